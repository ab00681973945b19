import DataLoader from "dataloader";
import type { Store } from "#lib/db/store";

/**
 * A look-up by key that asks the database once for all who ask in the same turn of the event loop: with hundreds of
 * pages open, each piece of news makes every one of them ask the same. Nothing is kept for later.
 */
export function gathered<Key, Value>(
  load: (store: Store, keys: Key[]) => Promise<Map<Key, Value>>,
): (store: Store, key: Key) => Promise<Value | undefined> {
  const loaders = new WeakMap<Store, DataLoader<Key, Value | undefined>>();
  const loaderFor = (store: Store) => {
    const known = loaders.get(store);
    if (known) return known;
    const made = new DataLoader<Key, Value | undefined>(
      async (keys) => {
        const found = await load(store, [...new Set(keys)]);
        return keys.map((key) => found.get(key));
      },
      { cache: false },
    );
    loaders.set(store, made);
    return made;
  };
  return (store, key) => loaderFor(store).load(key);
}

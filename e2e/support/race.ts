import type { Database, Store } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";

/**
 * Lets two verbs race: each has read what it decides on before either writes. Returns the reason of the loser,
 * or throws where not exactly one of them loses.
 */
export async function loserOf(
  first: { ctx: UserCtx; act: (ctx: UserCtx) => Promise<unknown> },
  second: { ctx: UserCtx; act: (ctx: UserCtx) => Promise<unknown> },
): Promise<unknown> {
  const bothAreReady = meetingOf(2);
  const ends = await Promise.allSettled(
    [first, second].map(({ ctx, act }) =>
      act({ ...ctx, store: waitingBeforeItWrites(ctx.store, bothAreReady) }),
    ),
  );
  const lost = ends.filter((end) => end.status === "rejected");
  if (lost.length !== 1) throw new Error(`${lost.length} of 2 lost the race.`, { cause: lost[0]?.reason });
  return lost[0]?.reason;
}

/** Where so many wait for each other before any of them goes on. */
export function meetingOf(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived === count) resolve();
    return promise;
  };
}

function waitingBeforeItWrites(store: Store, ready: () => Promise<void>): Store {
  const transaction: Database["transaction"] = async (...args) => {
    await ready();
    return store.raw.transaction(...args);
  };
  const raw = new Proxy(store.raw, {
    get: (database, key) => (key === "transaction" ? transaction : Reflect.get(database, key, database)),
  });
  return { ...store, raw };
}

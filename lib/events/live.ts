import type { Store } from "#lib/db/store";
import { EVENTS_CHANNEL } from "#lib/events/transact";

/** Numbers of new events; null where some may have been missed, and everything should be looked at again. */
export type Heard = number[] | null;

/** One subscription of this process to the events of all processes, shared by its open pages. */
export type LiveHub = {
  subscribe: (listener: (heard: Heard) => void, session?: string) => () => void;
  /** How many listen, or how many of one session. */
  listeners: (session?: string) => number;
  close: () => Promise<void>;
};

/** Listens to the database and passes on what it hears. */
export async function openLiveHub(store: Store): Promise<LiveHub> {
  const listeners = new Map<(heard: Heard) => void, string | undefined>();
  const unlisten = await store.listen(EVENTS_CHANNEL, (payload) => {
    const heard = payload === null ? null : payload.split(",").map(Number);
    for (const listener of listeners.keys()) listener(heard);
  });
  return {
    subscribe: (listener, session) => {
      listeners.set(listener, session);
      return () => listeners.delete(listener);
    },
    listeners: (session) =>
      session === undefined
        ? listeners.size
        : listeners
            .values()
            .filter((of) => of === session)
            .toArray().length,
    close: unlisten,
  };
}

import type { Entry, Queue } from "#lib/queue/queue";

/** A queue that keeps what verbs send and delivers nothing. */
export type RecordingQueue = Queue & { entries: Entry[] };

/** For tests of verbs; tests of the queue and of the runtime start the real one. */
export function recordingQueue(): RecordingQueue {
  const entries: Entry[] = [];
  return {
    entries,
    send: async (_tx, entry) => {
      entries.push(entry);
    },
    work: async () => {},
    stop: async () => {},
  };
}

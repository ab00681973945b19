import type { UserCtx } from "#lib/events/context";
import type { Heard, LiveHub } from "#lib/events/live";
import { type LiveEvent, listEventsAfter, listEventsBySeq } from "#lib/log/live-queries";

/** Events of one transaction, and of transactions close together, go out as one look at the database. */
const GATHER_MS = 40;
const HEARTBEAT_MS = 20_000;

type Stream = {
  ctx: UserCtx;
  live: LiveHub;
  /** Whether the session is still good; asked before anything is sent. */
  isSignedIn: () => Promise<boolean>;
  /** The last event the browser has, when it comes back. */
  after: number | null;
  signal: AbortSignal;
};

/**
 * Server-sent events of what the actor may read: kinds and ids only, the page fetches the rest under its own rights.
 * `event: reload` says that some may have been missed. Ends when the session is revoked.
 */
export function liveStream({ ctx, live, isSignedIn, after, signal }: Stream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: number[] = [];
  let missed = false;
  let timer: NodeJS.Timeout | undefined;
  let close = () => {};

  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = live.subscribe(hear);
      const heartbeat = setInterval(() => void flush(": still here\n\n"), HEARTBEAT_MS);
      close = () => {
        clearInterval(heartbeat);
        clearTimeout(timer);
        unsubscribe();
        close = () => {};
        controller.close();
      };
      signal.addEventListener("abort", () => close(), { once: true });
      send("retry: 2000\n\n");
      if (after !== null) for (const event of await listEventsAfter(ctx, after)) send(frame(event));

      function hear(heard: Heard): void {
        if (heard) waiting.push(...heard);
        else missed = true;
        timer ??= setTimeout(() => void flush(""), GATHER_MS);
      }

      async function flush(extra: string): Promise<void> {
        timer = undefined;
        const seqs = waiting;
        const reload = missed;
        waiting = [];
        missed = false;
        try {
          if (!(await isSignedIn())) return close();
          const events = seqs.length > 0 ? await listEventsBySeq(ctx, seqs) : [];
          if (signal.aborted) return;
          const text = extra + (reload ? "event: reload\ndata: {}\n\n" : "") + events.map(frame).join("");
          if (text) send(text);
        } catch (error) {
          console.error(`Live stream ended: ${(error as Error).message}`);
          close();
        }
      }
    },
    cancel: () => close(),
  });
}

function frame(event: LiveEvent): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
}

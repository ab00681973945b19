import { describeError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Heard, LiveHub } from "#lib/events/live";
import { type LiveEvent, listEventsAfter, listEventsBySeq, MOST_REPLAYED } from "#lib/log/live-queries";

/** Events of one transaction, and of transactions close together, go out as one look at the database. */
const GATHER_MS = 40;
const HEARTBEAT_MS = 20_000;
const RELOAD = "event: reload\ndata: {}\n\n";

type Stream = {
  ctx: UserCtx;
  live: LiveHub;
  /** Whether the session is still good, and its role the same; asked before anything is sent. */
  isSignedIn: () => Promise<boolean>;
  /** The last event the browser has, when it comes back. */
  after: number | null;
  signal: AbortSignal;
};

/**
 * Server-sent events of what the actor may read: kinds and ids only, the page fetches the rest under its own rights.
 * `event: reload` says that some may have been missed. Ends when the session is revoked.
 */
export function liveStream(stream: Stream): ReadableStream<Uint8Array> {
  let release = () => {};
  return new ReadableStream({
    async start(controller) {
      const pipe = openPipe(stream, controller);
      release = pipe.release;
      await pipe.replay();
    },
    cancel: () => release(),
  });
}

type Pipe = { replay: () => Promise<void>; release: () => void };

function openPipe(stream: Stream, controller: ReadableStreamDefaultController<Uint8Array>): Pipe {
  const { ctx, live, isSignedIn, after, signal } = stream;
  const encoder = new TextEncoder();
  let open = true;
  const waiting: number[] = [];
  let missed = false;
  let timer: NodeJS.Timeout | undefined;
  const unsubscribe = live.subscribe(hear);
  const heartbeat = setInterval(() => void flush(": still here\n\n"), HEARTBEAT_MS);
  signal.addEventListener("abort", end, { once: true });
  send("retry: 2000\n\n");
  if (signal.aborted) end();
  return { replay: () => orEnd(replay), release };

  function hear(heard: Heard): void {
    if (heard) waiting.push(...heard);
    else missed = true;
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush("");
    }, GATHER_MS);
  }

  function flush(extra: string): Promise<void> {
    return orEnd(async () => {
      const seqs = waiting.splice(0);
      const reload = missed ? RELOAD : "";
      missed = false;
      if (!(await isSignedIn())) return end();
      const events = seqs.length > 0 ? await listEventsBySeq(ctx, seqs) : [];
      send(extra + reload + events.map(frame).join(""));
    });
  }

  async function replay(): Promise<void> {
    if (after === null) return;
    const events = await listEventsAfter(ctx, after);
    send(events.length < MOST_REPLAYED ? events.map(frame).join("") : RELOAD);
  }

  async function orEnd(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      console.error(`Live stream ended: ${describeError(error)}`);
      end();
    }
  }

  function send(text: string): void {
    if (open && text) controller.enqueue(encoder.encode(text));
  }

  function end(): void {
    if (open) controller.close();
    release();
  }

  function release(): void {
    open = false;
    clearInterval(heartbeat);
    clearTimeout(timer);
    unsubscribe();
  }
}

function frame(event: LiveEvent): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
}

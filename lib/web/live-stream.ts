import { describeError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Heard, LiveHub } from "#lib/events/live";
import { advance, type LiveCursor, writeCursor } from "#lib/log/live-cursor";
import {
  getLiveCursor,
  type LiveEvent,
  listEventsAfter,
  listEventsBySeq,
  MOST_REPLAYED,
} from "#lib/log/live-queries";

/** Events of one transaction, and of transactions close together, go out together. */
const GATHER_MS = 40;
/** The more pages are open the longer news is gathered, so that telling it leaves time for answering. */
const GATHER_MS_PER_PAGE = 2;
const HEARTBEAT_MS = 20_000;
const RELOAD = "event: reload\ndata: {}\n\n";

type Stream = {
  ctx: UserCtx;
  live: LiveHub;
  sessionId: string;
  /** Whether the session is still good, and its role the same; asked before anything is sent. */
  isSignedIn: () => Promise<boolean>;
  /** How far the browser has heard, when it comes back. */
  after: LiveCursor | null;
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
  const { ctx, live, sessionId, isSignedIn, after, signal } = stream;
  const encoder = new TextEncoder();
  let open = true;
  const waiting: number[] = [];
  let missed = false;
  let cursor = after;
  let timer: NodeJS.Timeout | undefined;
  let telling = false;
  const unsubscribe = live.subscribe(hear, sessionId);
  const heartbeat = setInterval(() => void flush(": still here\n\n"), HEARTBEAT_MS);
  signal.addEventListener("abort", end, { once: true });
  send("retry: 2000\n\n");
  if (signal.aborted) end();
  return { replay: () => orEnd(replay), release };

  function hear(heard: Heard): void {
    if (heard) waiting.push(...heard);
    else missed = true;
    tellSoon();
  }

  // One look at the database at a time: what comes meanwhile waits for the next.
  function tellSoon(): void {
    if (telling) return;
    timer ??= setTimeout(tell, Math.max(GATHER_MS, GATHER_MS_PER_PAGE * live.listeners()));
  }

  async function tell(): Promise<void> {
    timer = undefined;
    telling = true;
    await flush("");
    telling = false;
    if (open && (waiting.length > 0 || missed)) tellSoon();
  }

  function flush(extra: string): Promise<void> {
    return orEnd(async () => {
      const seqs = waiting.splice(0);
      const reload = missed ? RELOAD : "";
      missed = false;
      if (!(await isSignedIn())) return end();
      if (reload) cursor = await getLiveCursor(ctx);
      const events = seqs.length > 0 ? await listEventsBySeq(ctx, seqs) : [];
      const shown = new Set(events.map(({ seq }) => seq));
      const hidden = seqs.filter((seq) => !shown.has(seq));
      if (hidden.length > 0) pass(hidden);
      send(extra + reload + events.map((event) => frame(event, pass([event.seq]))).join(""));
    });
  }

  async function replay(): Promise<void> {
    if (after === null) return;
    const reached = await getLiveCursor(ctx);
    const events = await listEventsAfter(ctx, after);
    cursor = reached;
    if (events.length === MOST_REPLAYED) return send(RELOAD);
    send(events.map((event) => frame(event, event === events.at(-1) ? reached : null)).join(""));
  }

  function pass(seqs: number[]): LiveCursor {
    cursor = advance(cursor ?? { newest: Math.max(...seqs), missing: [] }, seqs);
    return cursor;
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

/** An event, and how far the browser has heard once it has it: that comes back as Last-Event-ID. */
function frame(event: LiveEvent, reached: LiveCursor | null): string {
  return `${reached ? `id: ${writeCursor(reached)}\n` : ""}data: ${JSON.stringify(event)}\n\n`;
}

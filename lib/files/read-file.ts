import { join } from "node:path";
import { AppError } from "#lib/errors";
import { type Reading, refusedFile } from "#lib/files/reading";
import { cancelled, turnsOf } from "#lib/files/turns";
import type { Given, Said } from "#lib/files/worker";
import {
  MAX_HEAP_MB,
  MAX_READING_MB,
  MAX_READING_MS,
  MOST_READ_AT_ONCE,
  MOST_WAITING,
} from "#lib/parsers/limits";

type Options = { signal?: AbortSignal; ms?: number };

/**
 * Reads a file in a thread of its own, with a limit of time and memory, so that nothing in it can hold up or bring down
 * the server. A few are read at once and others wait. Throws `invalid` naming the file where it can't be taken,
 * `unavailable` where too many wait. `name` is the file's own name, without folders.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  { signal, ms = MAX_READING_MS }: Options = {},
): Promise<Reading> {
  const passTurn = await takeTurn(signal);
  try {
    return await inThread({ name, bytes }, ms, signal);
  } finally {
    passTurn();
  }
}

const takeTurn = turnsOf({ atOnce: MOST_READ_AT_ONCE, waiting: MOST_WAITING });

// Run as it stands, by Node, from the folder in which Countersign was started. A bundler that sees a thread begin wants
// to bundle what runs in it, so it does not see it.
const THREAD = join(process.cwd(), "lib/files/worker.ts");
const { Worker } = process.getBuiltinModule("node:worker_threads");
const WATCH_MS = 100;
const MB = 1024 * 1024;

function inThread(given: Given, ms: number, signal?: AbortSignal): Promise<Reading> {
  const { name } = given;
  const thread = new Worker(THREAD, {
    workerData: given,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  return new Promise<Reading>((resolve, reject) => {
    const stop = (error: AppError) => {
      reject(error);
      void thread.terminate();
    };
    const tooLong = `takes longer than ${MAX_READING_MS / 1000} seconds to read, so it was given up. ${INSTEAD}`;
    const timer = setTimeout(() => stop(refusedFile(name, tooLong)), ms);
    // A thread's own limit knows nothing of what it unpacks outside its heap.
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MAX_READING_MB * MB) stop(refusedFile(name, TOO_MUCH));
    }, WATCH_MS);
    const cancel = () => stop(cancelled());
    signal?.addEventListener("abort", cancel);
    thread.once("message", (said: Said) => {
      if ("reading" in said) resolve(said.reading);
      else if ("refused" in said) reject(new AppError("invalid", said.refused));
      else reject(new Error(said.failed));
    });
    thread.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refusedFile(name, TOO_MUCH) : error),
    );
    thread.once("exit", () => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener("abort", cancel);
      reject(refusedFile(name, TOO_MUCH));
    });
  });
}

const INSTEAD = "Copy its text into the box.";
const TOO_MUCH = `needs more memory than a document should, so it was given up. ${INSTEAD}`;

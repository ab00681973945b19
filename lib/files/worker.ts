import { parentPort, workerData } from "node:worker_threads";
import { describeError, isAppError } from "#lib/errors";
import { readBytes } from "#lib/files/read-bytes";
import type { Reading } from "#lib/files/reading";

/** What the thread is given, and what it says at its end. */
export type Given = { name: string; bytes: Uint8Array };
export type Said = { reading: Reading } | { refused: string } | { failed: string };

const { name, bytes } = workerData as Given;
try {
  const reading = await readBytes(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  say({ reading });
} catch (error) {
  say(isAppError(error) ? { refused: error.message } : { failed: describeError(error) });
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}

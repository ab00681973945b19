import { join } from "node:path";
import type { ReceivedMail } from "#lib/parsers/received-mail";

/** No mail of a person's takes longer, nor needs more. */
const MOST_MS = 10_000;
const MOST_MB = 256;

// Run as it stands, by Node, from the folder in which Countersign was started. A bundler that sees a thread begin wants
// to bundle what runs in it, so it does not see it.
const THREAD = join(process.cwd(), "lib/channels/parse-mail-thread.ts");
const { Worker } = process.getBuiltinModule("node:worker_threads");

/**
 * Reads a mail in a thread of its own, with a limit of time and memory: what strangers send can neither hold up nor bring
 * down the process. Null where it can't be read, or says not who wrote it.
 */
export function parseMail(raw: Buffer): Promise<ReceivedMail | null> {
  const thread = new Worker(THREAD, {
    workerData: raw,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => void thread.terminate(), MOST_MS);
    thread.once("message", resolve);
    // Whatever ended it: this mail is passed over, and the next one is read.
    thread.once("error", () => resolve(null));
    thread.once("exit", () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
}

import { Worker } from "node:worker_threads";

const EVERY_MS = 10;

/** Watches how much memory this process takes, in a thread of its own: a database inside of it holds up everything else. */
export async function watchMemory(): Promise<{
  peakMb: () => number;
  reset: () => void;
  stop: () => Promise<unknown>;
}> {
  const shared = new Int32Array(new SharedArrayBuffer(4));
  const watcher = new Worker(
    `const { workerData, parentPort } = require("node:worker_threads");
    parentPort.postMessage("ready");
    setInterval(() => {
      const mb = Math.round(process.memoryUsage.rss() / 1048576);
      if (mb > Atomics.load(workerData, 0)) Atomics.store(workerData, 0, mb);
    }, ${EVERY_MS});`,
    { eval: true, workerData: shared, execArgv: [] },
  );
  await new Promise((resolve) => watcher.once("message", resolve));
  return {
    peakMb: () => Atomics.load(shared, 0),
    reset: () => Atomics.store(shared, 0, 0),
    stop: () => watcher.terminate(),
  };
}

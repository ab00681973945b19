// Countersign without its pages, some time ahead of the clock: works, or does what its argument says, until it is killed.
import { flushCompileCache } from "node:module";
import { type Act, act } from "#e2e/faults/acts";
import { readConfig } from "#lib/runtime/config";
import { startRuntime } from "#lib/runtime/runtime";

// Whoever is killed keeps nothing for the next one.
flushCompileCache();
const what = process.argv[2] as Act | "work";
const ahead = Number(process.argv[3]);
const now = () => new Date(Date.now() + ahead);
const runtime = await startRuntime(readConfig(process.env), { worker: what === "work" }, now);
if (what !== "work") {
  await act(runtime, what);
  console.log("It was done, and nothing ended this process.");
  await runtime.close();
}

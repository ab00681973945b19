import { ctxFor, type Stage } from "#e2e/support/cast";
import type { Runtime } from "#lib/runtime/runtime";

/** The cast on a database that a runtime has opened, with its queue and by the clock on the wall. */
export function runtimeStage(runtime: Runtime): Pick<Stage, "as" | "store" | "system"> {
  return {
    store: runtime.store,
    as: (key) => ctxFor(runtime.store, key, runtime),
    system: { ...runtime, actor: { kind: "system" } },
  };
}

import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { Grounded } from "#lib/grounding/ground";
import type { Proposal } from "#lib/grounding/statement";
import type { WriterInput } from "#lib/workflows/define";

/** What the thread is asked: to write by the rules, or, with a proposal, to check it. */
export type Order = { id: number; workflow: string; input: WriterInput; proposal?: Proposal };
export type Answer = { id: number; value: unknown } | { id: number; error: string };

/** A thread for what keeps a core busy for as long as a text is, so that requests are answered meanwhile. */
export type SideThread = {
  writeByRules: (workflow: string, input: WriterInput) => Promise<Proposal>;
  ground: (workflow: string, input: WriterInput, proposal: Proposal) => Promise<Grounded>;
  close: () => Promise<void>;
};

/** Longer than any text may take that is not made to take long. */
const MOST_MS = 60_000;
const MOST_MEMORY_MB = 1024;
// From the project's folder and not from this file, which Next may have moved into a bundle.
const ENTRY = resolve("lib/runtime/side-thread-entry.ts");

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

/** Starts the thread at once, which takes a second, and anew after an order that took too long or too much memory. */
export function openSideThread(): SideThread {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = start();
  let orders = 0;

  function settle({ id, ...answer }: Answer): void {
    const one = waiting.get(id);
    if (!one) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    if ("error" in answer) one.reject(new Error(answer.error));
    else one.resolve(answer.value);
  }

  async function abandon(reason: string): Promise<void> {
    const ended = thread;
    thread = null;
    for (const id of [...waiting.keys()]) settle({ id, error: reason });
    await ended?.terminate();
  }

  function start(): Worker {
    const worker = new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    worker.unref();
    worker.on("message", settle);
    worker.on(
      "error",
      (error) => void (worker === thread && abandon(`The side thread ended: ${error.message}`)),
    );
    return worker;
  }

  function ask<T>(order: Omit<Order, "id">): Promise<T> {
    thread ??= start();
    const id = ++orders;
    const timer = setTimeout(() => void abandon(`The text took longer than ${MOST_MS / 1000} s.`), MOST_MS);
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject, timer }));
    thread.postMessage({ id, ...order });
    return answered as Promise<T>;
  }

  return {
    writeByRules: (workflow, input) => ask({ workflow, input }),
    ground: (workflow, input, proposal) => ask({ workflow, input, proposal }),
    close: () => abandon("Countersign is stopping."),
  };
}

import { parentPort } from "node:worker_threads";
import { describeError } from "#lib/errors";
import { ground } from "#lib/grounding/ground";
import { rulesWriter } from "#lib/llm/rules-writer";
import type { Answer, Order } from "#lib/runtime/side-thread";
import { getWorkflow } from "#lib/workflows/registry";

parentPort?.on("message", (order: Order) => {
  void answer(order).then((said) => parentPort?.postMessage(said));
});

async function answer({ id, workflow: key, input, proposal }: Order): Promise<Answer> {
  try {
    const workflow = getWorkflow(key);
    const value = proposal
      ? ground(input, proposal, workflow.sections)
      : await workflow.write(input, rulesWriter);
    return { id, value };
  } catch (error) {
    return { id, error: describeError(error) };
  }
}

import type { World } from "#lib/cli/sample/world";
import type { ModelCall } from "#lib/llm/model-call";
import { ModelError, type ModelErrorKind } from "#lib/llm/model-error";
import { rulesWriter } from "#lib/llm/rules-writer";
import { type LlmSettings, llmSettings } from "#lib/llm/settings";
import type { ClaimedRun } from "#lib/runs/claim-run";
import { keepCall } from "#lib/runs/keep-call";
import type { MakeWriter } from "#lib/runs/perform-run";
import { costOf } from "#lib/spend/cost";

/** How runs were set up in the weeks in which the company had a key. No key is needed to read them. */
export const CLAUDE: LlmSettings = llmSettings({ ANTHROPIC_API_KEY: "sample" });

const RULES_MS = 40;

/** The rules, which take a moment. */
export function takingAMoment({ clock }: World): MakeWriter {
  return () => ({
    propose: (ask) => {
      clock.advance(RULES_MS);
      return rulesWriter.propose(ask);
    },
  });
}

/** Claude with a reply written beforehand. */
export function answering(world: World, reply: unknown): MakeWriter {
  return (run) => ({
    propose: async (ask) => {
      await call(world, run, "answered", { input_tokens: 1_842, output_tokens: 1_120 }, 19_400);
      return ask.schema.parse(reply);
    },
  });
}

/** Claude with a failure; a call that wrote something was billed. */
export function failing(world: World, kind: "malformed" | "spend_limit"): MakeWriter {
  const began = kind === "malformed";
  return (run) => ({
    propose: async () => {
      const usage = began ? { input_tokens: 1_204, output_tokens: 388 } : null;
      const requestId = await call(world, run, kind, usage, began ? 7_900 : 300);
      const { host, model, local } = CLAUDE;
      const about = { host, model, local, waitedMs: 0, began, retryAfterSeconds: null, detail: null };
      throw new ModelError(kind, about, requestId);
    },
  });
}

async function call(
  world: World,
  run: ClaimedRun,
  outcome: "answered" | ModelErrorKind,
  usage: ModelCall["usage"],
  tookMs: number,
): Promise<string> {
  const { host, model } = CLAUDE;
  const startedAt = world.clock.now();
  const keepEnd = await keepCall(
    world.ports,
    run,
    { model, host, startedAt },
    { digest: run.id, part: 1, parts: 1 },
  );
  world.clock.advance(tookMs);
  const requestId = `req_sample_${run.id.slice(-8)}`;
  const cost = usage
    ? costOf({ model, usage, on: startedAt })
    : { micros: 0n, note: "Not billed: nothing was written." };
  await keepEnd({
    model,
    host,
    requestId,
    outcome,
    stopReason: usage && "end_turn",
    usage,
    costMicros: cost.micros,
    priceNote: cost.note,
    startedAt,
    endedAt: world.clock.now(),
  });
  return requestId;
}

import type { WriterName } from "#drizzle/schema/runs";
import type { LlmSettings } from "#lib/llm/settings";
import type { Workflow } from "#lib/workflows/define";

/** The columns of a run that say who writes it. `host` is where source text goes; null where it stays here. */
export type RunWriter = {
  writer: WriterName;
  workflowVersion: number;
  model: string | null;
  host: string | null;
};

/** Who writes a run now: Claude where a model is connected, else the rules. */
export function writerOf(workflow: Workflow, llm: LlmSettings, wanted: WriterName = llm.writer): RunWriter {
  if (wanted === "rules" || llm.writer === "rules") {
    return { writer: "rules", workflowVersion: workflow.rulesVersion, model: null, host: null };
  }
  return { writer: "claude", workflowVersion: workflow.version, model: llm.model, host: llm.host };
}

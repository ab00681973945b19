import type { Stage } from "#e2e/support/cast";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";
import { rewriteDraft } from "#lib/runs/rewrite-draft";

/** A draft as Ada’s desk shows it, and is written again there by the rules. */
export function deskOf(staged: () => { stage: Stage; draftId: string }) {
  const desk = () => {
    const { stage, draftId } = staged();
    return getDeskDraft(stage.as("ada"), draftId);
  };
  return {
    desk,
    /** The id of the statement that says these words. */
    idOf: async (words: string) => {
      const found = (await desk()).statements.find(({ text }) => text.includes(words));
      if (!found) throw new Error(`No statement says ${words}.`);
      return found.id;
    },
    /** Returns the id of the run. */
    rewrite: async (revision: number) => {
      const { stage, draftId } = staged();
      const { runId } = await rewriteDraft(stage.as("ada"), { draftId, revision });
      await performRun(stage.system, () => rulesWriter, runId);
      return runId;
    },
  };
}

import type { DeskDraft } from "#lib/drafts/view";
import type { LlmSettings } from "#lib/llm/settings";
import { estimateCost, type ToEstimate } from "#lib/spend/estimate";
import { estimateWords } from "#lib/spend/estimate-words";

/** What writing a draft again may cost, the whole or one statement, as sentences; null where the rules write. */
export function rewriteCost(
  llm: LlmSettings,
  on: Date,
  sources: Pick<DeskDraft["sources"][number], "text">[],
  statements: Pick<DeskDraft["statements"][number], "text">[],
): DeskDraft["rewriteCost"] {
  if (llm.writer === "rules") return null;
  const text = sources.map((source) => source.text).join("\n");
  const longest = statements.reduce((most, one) => (one.text.length > most.length ? one.text : most), "");
  const said = (what: string, asked: ToEstimate) =>
    estimateWords(estimateCost(text, llm, on, asked), llm.model, { what });
  return {
    draft: said("writing the draft again", { along: statements.map((one) => one.text).join("\n") }),
    statement: said("writing the statement again", { writes: "statement", along: longest }),
  };
}

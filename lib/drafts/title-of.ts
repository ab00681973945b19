import type { Statement } from "#lib/grounding/statement";
import { getWorkflow } from "#lib/workflows/registry";

/** What is chosen among the statements of a section, where one of them names the whole: the subject of a mail. */
export function titleOf(workflow: string, statements: Statement[]): string | null {
  const chosen = getWorkflow(workflow).sections.find(({ choice }) => choice);
  return statements.find(({ section, kept }) => kept && section === chosen?.key)?.text ?? null;
}

import type { DraftCounts } from "#drizzle/schema/drafts";
import type { Statement } from "#lib/grounding/statement";

/** What a row of the queue says about a draft: kept statements by section, and how many found no source. */
export function countStatements(statements: Statement[]): DraftCounts {
  const kept: Record<string, number> = {};
  for (const statement of statements) {
    if (statement.kept) kept[statement.section] = (kept[statement.section] ?? 0) + 1;
  }
  return { kept, untraced: statements.filter((statement) => statement.trace === "untraced").length };
}

import type { Statement } from "#lib/grounding/statement";
import type { Section } from "#lib/workflows/define";

/** The statements in the order they stand in on the desk: by section, then as they were written. */
export function inOrder(sections: Section[], statements: Statement[]): Statement[] {
  return sections.flatMap((section) => statements.filter((statement) => statement.section === section.key));
}

/** The number each statement carries, in the draft and beside its quote: declining one renumbers nothing. */
export function numberStatements(sections: Section[], statements: Statement[]): Map<string, number> {
  return new Map(inOrder(sections, statements).map((statement, i) => [statement.id, i + 1]));
}

/** The statement before or after another; the first where none is chosen, and itself at the ends. */
export function stepStatement(order: Statement[], id: string | null, step: 1 | -1): string | null {
  const at = order.findIndex((statement) => statement.id === id);
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), order.length - 1);
  return order[next]?.id ?? null;
}

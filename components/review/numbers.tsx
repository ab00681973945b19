import type { Statement } from "#lib/grounding/statement";
import type { Section } from "#lib/workflows/define";

/** The statements in the order they stand in on the desk: by section, then as they were written. */
export function inOrder(sections: Section[], statements: Statement[]): Statement[] {
  // What is chosen from stands beside the text, and is read after it.
  const read = [...sections.filter(({ choice }) => !choice), ...sections.filter(({ choice }) => choice)];
  return read.flatMap((section) => statements.filter((statement) => statement.section === section.key));
}

/** The number each statement carries, in the draft and beside its quote: declining one renumbers nothing. What asserts nothing has none. */
export function numberStatements(sections: Section[], statements: Statement[]): Map<string, number> {
  const numbered = inOrder(sections, statements).filter(({ trace }) => trace !== "free");
  return new Map(numbered.map((statement, i) => [statement.id, i + 1]));
}

/** The statement before or after another; the first where none is chosen, and itself at the ends. */
export function stepStatement(order: Statement[], id: string | null, step: 1 | -1): string | null {
  const at = order.findIndex((statement) => statement.id === id);
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), order.length - 1);
  return order[next]?.id ?? null;
}

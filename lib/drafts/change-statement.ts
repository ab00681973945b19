import type { StatementChange } from "#lib/drafts/schema";
import { keyOfWords, leftUnsourced } from "#lib/grounding/open-words";
import type { Statement } from "#lib/grounding/statement";

/** A statement after a reviewer's change. What a person chose is marked as set by a person, whatever it was before. */
export function changeStatement(statement: Statement, change: StatementChange): Statement {
  return {
    ...statement,
    ...wordsAfter(statement, change),
    kept: change.kept ?? statement.kept,
    person: change.person === undefined ? statement.person : setPerson(statement, change.person),
    due: change.dueOn === undefined ? statement.due : setDue(statement, change.dueOn),
    ...(change.to !== undefined && { to: setTo(statement, change.to) }),
    ...(change.detail && { details: keepDetail(statement, change.detail) }),
    ...(change.as && statement.earlier && { earlier: { ...statement.earlier, as: change.as } }),
  };
}

/** The words and what of them no source has: what a person types is theirs, and what they confirm too. */
function wordsAfter(
  { text, unsourced, confirmed = [] }: Statement,
  change: StatementChange,
): Pick<Statement, "text" | "unsourced" | "confirmed"> {
  const words = change.text ?? text;
  const left = change.text === undefined ? unsourced : unsourced && leftUnsourced(unsourced, change.text);
  const taken = change.confirm ? (left ?? []).map(({ words }) => keyOfWords(words)) : [];
  const all = [...new Set([...confirmed, ...taken])];
  return { text: words, ...(left && { unsourced: left }), ...(all.length > 0 && { confirmed: all }) };
}

function setTo({ to }: Statement, name: string | null): Statement["to"] {
  if (name === (to?.name ?? null)) return to;
  return name === null ? null : { name, basis: "set" };
}

function keepDetail(
  { details = [] }: Statement,
  { at, kept }: NonNullable<StatementChange["detail"]>,
): Statement["details"] {
  return details.map((detail, n) => (n === at ? { ...detail, kept } : detail));
}

function setPerson(
  statement: Statement,
  person: NonNullable<StatementChange["person"]> | null,
): Statement["person"] {
  const same = person && statement.person?.id === person.id && statement.person.name === person.name;
  if (same) return statement.person;
  return person && { id: person.id, name: person.name, basis: "set" };
}

function setDue(statement: Statement, on: string | null): Statement["due"] {
  if (on !== null && statement.due?.on === on) return statement.due;
  return on === null ? null : { on, phrase: statement.due?.phrase ?? "", basis: "set" };
}

import type { StatementChange } from "#lib/drafts/schema";
import { differ } from "#lib/format/diff";
import type { EarlierAs } from "#lib/grounding/earlier";
import { foldWords } from "#lib/grounding/fold";
import type { Statement } from "#lib/grounding/statement";

/** What differs in one statement between two revisions. */
export type StatementDiff = {
  id: string;
  /** "" where the statement was not there before, or is not any more. */
  before: string;
  after: string;
  /** Small changes beside the text, as words: "owner Kavya → Emeka". */
  beside: { label: string; from: string; to: string }[];
};

/** The statements as they will be once a change is saved; of `choices` (sections) one is kept. The server's answer has the last word on bases. */
export function applyChange(
  statements: Statement[],
  change: StatementChange,
  choices: readonly string[] = [],
): Statement[] {
  const chosen = change.kept && statements.find(({ id }) => id === change.statementId)?.section;
  return statements.map((statement) => {
    if (statement.id !== change.statementId) {
      const stepsBack = statement.section === chosen && choices.includes(chosen);
      return stepsBack ? { ...statement, kept: false } : statement;
    }
    const { kept = statement.kept, person, dueOn, to, detail } = change;
    return {
      ...statement,
      ...wordsSoFar(statement, change),
      kept,
      person: person === undefined ? statement.person : person && { ...person, basis: "set" },
      due: dueOn === undefined ? statement.due : dueAs(statement, dueOn),
      ...(to !== undefined && { to: to === null ? null : { name: to, basis: "set" as const } }),
      ...(detail && {
        details: statement.details?.map((one, n) => (n === detail.at ? { ...one, kept: detail.kept } : one)),
      }),
      ...(change.as && statement.earlier && { earlier: { ...statement.earlier, as: change.as } }),
    };
  });
}

/** The words until the server answers, which looks closer at what of them no source has. */
function wordsSoFar({ text, unsourced = [], confirmed = [] }: Statement, change: StatementChange) {
  const words = change.text ?? text;
  const left = unsourced.filter((one) => words.includes(one.words));
  const taken = change.confirm ? left.map((one) => foldWords(one.words) || one.words) : [];
  return {
    text: words,
    ...(unsourced.length > 0 && { unsourced: left }),
    ...(taken.length > 0 && { confirmed: [...confirmed, ...taken] }),
  };
}

function dueAs({ due }: Statement, on: string | null): Statement["due"] {
  return on || due ? { on, phrase: due?.phrase ?? "", basis: on ? "set" : "none" } : null;
}

/** The part of a change that changes anything, or null. */
export function trimChange(statement: Statement, change: StatementChange): StatementChange | null {
  const { statementId, text, kept, person, dueOn, to, detail, confirm } = change;
  const trimmed: StatementChange = { statementId };
  if (text !== undefined && text !== statement.text) trimmed.text = text;
  if (kept !== undefined && kept !== statement.kept) trimmed.kept = kept;
  if (person !== undefined && !samePerson(person, statement.person)) trimmed.person = person;
  if (dueOn !== undefined && dueOn !== (statement.due?.on ?? null)) trimmed.dueOn = dueOn;
  if (to !== undefined && to !== (statement.to?.name ?? null)) trimmed.to = to;
  if (confirm) trimmed.confirm = confirm;
  if (detail && detail.kept !== statement.details?.[detail.at]?.kept) trimmed.detail = detail;
  return Object.keys(trimmed).length > 1 ? trimmed : null;
}

function samePerson(a: StatementChange["person"], b: Statement["person"]): boolean {
  return (a?.id ?? null) === (b?.id ?? null) && (a?.name ?? null) === (b?.name ?? null);
}

/** What changed from one revision to another, in the order of the later one; removed statements stand last. */
export function diffStatements(before: Statement[], after: Statement[]): StatementDiff[] {
  const earlier = new Map(before.map((statement) => [statement.id, statement]));
  const later = new Set(after.map((statement) => statement.id));
  return [
    ...after.flatMap((statement) => diffStatement(earlier.get(statement.id), statement) ?? []),
    ...before
      .filter((statement) => !later.has(statement.id))
      .map(({ id, text }) => ({ id, before: text, after: "", beside: [] })),
  ];
}

function diffStatement(before: Statement | undefined, after: Statement): StatementDiff | null {
  if (!before) return { id: after.id, before: "", after: after.text, beside: [] };
  const beside = [
    { label: "owner", from: before.person?.name ?? "nobody", to: after.person?.name ?? "nobody" },
    { label: "due", from: before.due?.on ?? "no date", to: after.due?.on ?? "no date" },
    { label: "to", from: before.to?.name ?? "nobody", to: after.to?.name ?? "nobody" },
    ...detailDiffs(before, after),
    { label: "", from: taken(before), to: taken(after) },
    { label: "", from: before.kept ? "kept" : "declined", to: after.kept ? "kept" : "declined" },
  ].filter(({ from, to }) => from !== to);
  if (!beside.length && !differ(before.text, after.text)) return null;
  return { id: after.id, before: before.text, after: after.text, beside };
}

/** Reasons and alternatives that were kept or left out since, each by its own words. */
function detailDiffs(before: Statement, after: Statement): StatementDiff["beside"] {
  return (after.details ?? []).flatMap((detail, n) => {
    const was = before.details?.[n];
    if (!was || was.kept === detail.kept) return [];
    const word = (kept: boolean) => (kept ? "kept" : "left out");
    return [{ label: `“${detail.text}”`, from: word(was.kept), to: word(detail.kept) }];
  });
}
/** How the earlier record it is about is taken, in a word. */
export function taken({ earlier }: Statement): string {
  return earlier ? TAKEN[earlier.as] : "";
}

const TAKEN: Record<EarlierAs, string> = {
  open: "still open",
  done: "done",
  same: "as the same",
  superseding: "supersedes",
  new: "as a new one",
};

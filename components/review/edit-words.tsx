import type { PersonChoice } from "#components/review/person-options";
import type { StatementChange } from "#lib/drafts/schema";
import type { Statement } from "#lib/grounding/statement";

/** What stands in the editor of a statement. */
export type EditWords = {
  text: string;
  kept: boolean;
  person: PersonChoice;
  dueOn: string | null;
  /** Whom a promise was made to; "" for nobody. */
  to: string;
};

/** What of it the person touched. The rest follows the draft, so that nobody else's change is undone unseen. */
export type TouchedWords = Partial<EditWords>;

/** Whose words they are: those of one statement as one revision of its draft had it. */
export type EditPlace = { draftId: string; statementId: string; revision: number };

/** What the editor shows: the statement as it is now, with what was touched on top. */
export function wordsOf({ text, kept, person, due, to }: Statement, touched: TouchedWords): EditWords {
  return {
    text,
    kept,
    person: person && { id: person.id, name: person.name },
    dueOn: due?.on ?? null,
    to: to?.name ?? "",
    ...touched,
  };
}

/** The change that saving asks for. */
export function changeOf(statementId: string, { text, to, ...touched }: TouchedWords): StatementChange {
  return {
    statementId,
    ...touched,
    ...(text !== undefined && { text: text.trim() }),
    ...(to !== undefined && { to: to.trim() || null }),
  };
}

/** Keeps unsaved words through a reload of this tab. Browser only. */
export function keepWords(place: EditPlace, touched: TouchedWords): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify(touched));
  } catch {
    // Storage that is full or switched off takes away the safety net, not the editor.
  }
}

/** Lets go of kept words once they are saved or given up. Browser only. */
export function dropWords(place: EditPlace): void {
  try {
    sessionStorage.removeItem(keyOf(place));
  } catch {
    // As above.
  }
}

/** The unsaved words of a draft at a revision, if this tab has any. Browser only. */
export function findWords(
  draftId: string,
  revision: number,
): { statementId: string; touched: TouchedWords } | null {
  const start = keyOf({ draftId, revision, statementId: "" });
  try {
    const key = Object.keys(sessionStorage).find((each) => each.startsWith(start));
    const touched = key && (JSON.parse(sessionStorage.getItem(key) ?? "null") as TouchedWords | null);
    return key && touched ? { statementId: key.slice(start.length), touched } : null;
  } catch {
    // Also where the stored words are not ours to read.
    return null;
  }
}

function keyOf({ draftId, statementId, revision }: EditPlace): string {
  return `countersign:edit:${draftId}:${revision}:${statementId}`;
}

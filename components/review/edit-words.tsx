import type { PersonChoice } from "#components/review/person-options";
import type { StatementChange } from "#lib/drafts/schema";
import type { Statement } from "#lib/grounding/statement";

/** What stands in the editor of a statement and is not saved yet. */
export type EditWords = { text: string; kept: boolean; person: PersonChoice; dueOn: string | null };

/** Which words are kept: those of one statement as one revision of its draft had it. */
export type EditPlace = { draftId: string; statementId: string; revision: number };

/** What an editor starts from. */
export function wordsOf({ text, kept, person, due }: Statement): EditWords {
  return { text, kept, person: person && { id: person.id, name: person.name }, dueOn: due?.on ?? null };
}

/** The change that saving them asks for. */
export function changeOf(statementId: string, words: EditWords): StatementChange {
  return { statementId, ...words, text: words.text.trim() };
}

/** Keeps unsaved words through a reload of this tab. Browser only. */
export function keepWords(place: EditPlace, words: EditWords): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify(words));
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
): { statementId: string; words: EditWords } | null {
  const start = keyOf({ draftId, revision, statementId: "" });
  try {
    for (const key of Object.keys(sessionStorage)) {
      const words = key.startsWith(start) ? readWords(sessionStorage.getItem(key)) : null;
      if (words) return { statementId: key.slice(start.length), words };
    }
  } catch {
    // As above.
  }
  return null;
}

function keyOf({ draftId, statementId, revision }: EditPlace): string {
  return `countersign:edit:${draftId}:${revision}:${statementId}`;
}

function readWords(stored: string | null): EditWords | null {
  const words = JSON.parse(stored ?? "null") as EditWords | null;
  return typeof words?.text === "string" ? words : null;
}

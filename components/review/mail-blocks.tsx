import type { DeskDraft } from "#lib/drafts/view";
import type { Statement } from "#lib/grounding/statement";

type ReadBlocks = (draft: DeskDraft, statements: Statement[]) => string | null;

let read: ReadBlocks | null = null;

/** What reads blocks from sentences comes with the code of mails, and hands itself over here. */
export function readBlocksBy(next: ReadBlocks): void {
  read = next;
}

/** What blocks a mail, in a few words: of its sentences as they are here, and until that can be read as the server read them. */
export function blocksNow(draft: DeskDraft, statements: Statement[]): string | null {
  return read ? read(draft, statements) : (draft.mail?.blocked ?? null);
}

import type { DeskDraft } from "#lib/drafts/view";
import type { Statement } from "#lib/grounding/statement";
import { blockWords, type MailReason } from "#lib/outreach/mail-reason";
import { wordReasons } from "#lib/outreach/word-reasons";

/** What keeps a mail from leaving and what to look at, of its sentences as they are on this page; blocks first. */
export function reasonsNow({ mail }: Pick<DeskDraft, "mail">, statements: Statement[]): MailReason[] {
  if (!mail) return [];
  const { said, ownHosts, to } = mail;
  const all = [...mail.reasons, ...wordReasons(statements, { said, ownHosts, address: to.address })];
  return [...all.filter(({ level }) => level === "block"), ...all.filter(({ level }) => level === "warn")];
}

/** "2 blocks: consent, words"; null where nothing blocks. */
export function blocksOf(draft: DeskDraft, statements: Statement[]): string | null {
  return blockWords(reasonsNow(draft, statements));
}

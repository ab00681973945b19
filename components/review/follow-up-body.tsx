"use client";

import { useDesk } from "#components/review/desk-context";
import { LeftOut } from "#components/review/left-out";
import { Letter } from "#components/review/letter";
import { readBlocksBy } from "#components/review/mail-blocks";
import { MailFoot } from "#components/review/mail-foot";
import { MailReasons } from "#components/review/mail-reasons";
import { blocksOf } from "#components/review/mail-standing";
import { MailThread } from "#components/review/mail-thread";

readBlocksBy(blocksOf);

/** The mail under its head, with whatever keeps it from leaving over it. */
export function FollowUpBody() {
  const { draft } = useDesk();
  if (!draft.mail) return null;
  return (
    <>
      <MailReasons mail={draft.mail} />
      <Letter mail={draft.mail} />
      <LeftOut />
      <MailFoot mail={draft.mail} />
      <MailThread mail={draft.mail} />
    </>
  );
}

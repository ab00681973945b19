"use client";

import { useDesk } from "#components/review/desk-context";
import type { ReviewForm } from "#components/review/forms";
import { LeftOut } from "#components/review/left-out";
import { Letter } from "#components/review/letter";
import { MailFoot } from "#components/review/mail-foot";
import { MailHead } from "#components/review/mail-head";
import { MailReasons } from "#components/review/mail-reasons";
import { blocksOf } from "#components/review/mail-standing";
import { MailThread } from "#components/review/mail-thread";

/** The form of a follow-up: the mail as it will arrive, with whatever keeps it from leaving over it. */
export const followUpForm: ReviewForm = {
  counted: () => [],
  addable: (sections) => sections.filter(({ key }) => key === "fact" || key === "body"),
  consequence: ({ mail }) =>
    mail?.keptOnly
      ? "Approving keeps this mail as a file. Nothing is sent, as no mailbox is set up."
      : `Approving sends this mail in ${mail?.undoSeconds ?? 30} s, unless you take it back or something changes first.`,
  object: "and send",
  blocked: blocksOf,
  rules:
    "Built-in rules put this together from what they said and what was noted, and invent nothing. Make it yours before it goes.",
  leaves: ({ mail }) =>
    mail?.keptOnly ? "Kept as a file, nothing is sent" : `Leaves after ${mail?.undoSeconds ?? 30} s`,
  Head: MailHead,
  Body: FollowUp,
};

function FollowUp() {
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

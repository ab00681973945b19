"use client";

import type { ReviewForm } from "#components/review/forms";
import { FollowUpBody, MailHead } from "#components/review/later-mail";
import { blocksNow } from "#components/review/mail-blocks";

/** The form of a follow-up: the mail as it will arrive, with whatever keeps it from leaving over it. */
export const followUpForm: ReviewForm = {
  counted: () => [],
  addable: (sections) => sections.filter(({ key }) => key === "fact" || key === "body"),
  consequence: ({ mail }) =>
    mail?.keptOnly
      ? "Approving keeps this mail as a file. Nothing is sent, as no mailbox is set up."
      : `Approving sends this mail in ${mail?.undoSeconds ?? 30} s, unless you take it back or something changes first.`,
  object: ({ mail }) => (mail?.keptOnly ? "and keep as a file" : "and send"),
  blocked: blocksNow,
  rules:
    "Built-in rules put this together from what they said and what was noted, and invent nothing. Make it yours before it goes.",
  leaves: ({ mail }) =>
    mail?.keptOnly ? "Kept as a file, nothing is sent" : `Leaves after ${mail?.undoSeconds ?? 30} s`,
  Head: MailHead,
  Body: FollowUpBody,
};

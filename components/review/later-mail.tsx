import { later } from "#components/ui/later";

// What mails alone show, each to stand in a Suspense: whoever reads meeting notes waits for none of it.

export const FollowUpBody = later(
  async () => (await import("#components/review/follow-up-body")).FollowUpBody,
);

export const MailHead = later(async () => (await import("#components/review/mail-head")).MailHead);

import type { SignInWay } from "#lib/events/kinds";
/** What codes that events carry are called in the sentences of the log. */
export const AUDIENCE: Record<string, string> = {
  private: "private",
  attendees: "shared with its attendees",
  team: "shared with a team",
  open: "open to all",
};

export const NOTICES: Record<string, string> = {
  assigned: "an action was given to them",
  handed_over: "an action was handed over to them",
  due: "an action of theirs is due",
  overdue: "actions of theirs are overdue",
  review: "a draft waits for their review",
  blocker: "a blocker was given to them or needs an owner",
  update: "their update for a stand-up is still to come",
  nudged: "a leader reminds them of something of theirs",
};

export const MAILS: Record<string, string> = {
  notices: "a mail with notices",
  password: "a mail with a link for a new password",
  invitation: "a mail with an invitation",
  test: "a test mail",
};

export const FIELDS: Record<string, string> = {
  timeZone: "time zone",
  workingDays: "working days",
  requireSecondFactor: "rule on second factors",
  notices: "notice settings",
  rejectReasons: "reasons for rejecting",
  firstName: "first name",
  externalId: "external id",
  amountCents: "deal",
  nextStep: "next step",
  nextStepOn: "day of the next step",
  ownerId: "owner",
  businessName: "business name",
  mailingAddress: "mailing address",
  cadenceDays: "days",
  quietDays: "quiet days",
  dailyCap: "daily cap",
  hourlyLimit: "hourly limit",
  undoSeconds: "undo window",
};

export const NOTES: Record<string, string> = {
  note: "a note",
  call: "notes of a call",
  thread: "a thread of mails",
};

export const BASES: Record<string, string> = {
  express: "express",
  purchase: "implied by a purchase",
  inquiry: "implied by an inquiry",
  published: "a published business address",
};

export const WAYS: Record<Exclude<SignInWay, "renewal">, string> = {
  password: "with a password",
  code: "with a password and a code",
  recovery_code: "with a password and a recovery code",
  link: "with a link",
  provider: "through the sign-in provider",
};

export const ANSWERS: Record<string, string> = {
  reply: "An answer",
  auto_reply: "An automatic answer",
  bounce: "A report that a mail did not arrive",
  unsubscribe: "The wish to get no more mail",
};

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
};

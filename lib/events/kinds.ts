/** Where a line of the log belongs: the thing it happened to, and what decides who may read it. */
type Subject = { subjectId: string; sourceId?: string; draftId?: string };
/** Which fixed template, and to whom; null while nobody has looked whose address it is. */
type Mailed = { purpose: string; userId: string | null };

/** What `data` of each kind holds. Personal text (names, quotes, reasons) stays in the rows, never here. */
type EventData = {
  "workspace.set_up": { adminId: string };
  "workspace.changed": { fields: string[] };
  "workspace.backed_up": { rows: number };
  "workspace.restored": { rows: number };
  "user.added": { role: string };
  "user.changed": { fields: string[] };
  "user.password_taken": Record<string, never>;
  "user.password_chosen": Record<string, never>;
  "user.invited": { linkId: string };
  "user.joined": { linkId: string };
  "user.deactivated": Record<string, never>;
  "user.reactivated": Record<string, never>;
  "absence.recorded": { absenceId: string };
  "absence.ended": { absenceId: string };
  "holiday.added": { days: number };
  "holiday.removed": { day: string };
  "log.redacted": { places: number; named: boolean };
  "invitation.revoked": { userId: string };
  "team.created": Record<string, never>;
  "team.changed": { fields: string[] };
  "link.made": { purpose: "setup" | "sign_in" | "password"; userId: string | null };
  "session.asked": { step: string };
  "session.started": { userId: string; by: SignInWay };
  "session.revoked": { userId: string };
  "token.created": { userId: string; scopes: string[] };
  "token.revoked": { userId: string };
  "feed.made": { userId: string };
  "feed.revoked": { userId: string };
  "second_factor.turned_on": Record<string, never>;
  "second_factor.turned_off": Record<string, never>;
  "second_factor.removed": Record<string, never>;
  "second_factor.codes_replaced": Record<string, never>;
  "identity.bound": { issuer: string };
  "identity.released": { issuer: string };
  "vault.resealed": { secrets: number };
  "source.handed_over": { from: string; to: string };
  "source.stored": { workflow: string; visibility: string; via: string };
  "source.deleted": { drafts: number; records: "keep" | "drop" };
  "source.redacted": { places: number; points: number };
  "source.corrected": { version: number };
  "source.shared": { from: string; to: string };
  "source.moved": { from: string | null; to: string | null };
  "series.made": Record<string, never>;
  "series.renamed": Record<string, never>;
  // `records` is absent where sources are kept for ever, and in lines from before it was told.
  "retention.changed": { workflow: string; days: number | null; records?: "keep" | "drop" };
  "run.queued": { workflow: string; writer: string };
  "run.writing": { attempt: number };
  "run.part": { part: number; parts: number };
  "run.checking": { attempt: number };
  "run.done": { draftId: string };
  "run.failed": { kind: string };
  "run.held": { kind: string };
  "run.cancelled": Record<string, never>;
  "run.delayed": { kind: string; dueAt: string };
  "run.retried": Record<string, never>;
  "run.resumed": { attempt: number };
  "run.released": Record<string, never>;
  // Of a workflow: what it may cost a month, in micro-dollars, and how long its work took by hand.
  "budget.set": { workflow: string; monthMicros: number | null };
  "baseline.set": { workflow: string; minutes: number | null };
  "draft.proposed": { revision: number };
  "draft.edited": { revision: number };
  "draft.rewritten": { revision: number; runId: string };
  "draft.restored": { revision: number; to: number };
  "draft.kept": { revision: number; version: number };
  // `batch` is the same for all that were approved together from one page; `version` of the source that was seen is
  // absent in lines from before it was told.
  "draft.approved": {
    revision: number;
    // Where nobody approved it but a standing approval.
    standing?: string;
    records: number;
    deliveries: number;
    batch?: string;
    version?: number;
  };
  "draft.rejected": { revision: number };
  "draft.deleted": { records: "keep" | "drop" };
  "draft.redacted": { points: number };
  "draft.reopened": { from: "approved" | "rejected" };
  "draft.snoozed": { until: string };
  "draft.woken": { userId: string };
  "draft.handed_over": { from: string; to: string };
  "draft.taken_back": { to: string };
  // Renewing a hold tells nobody anything new, and has no event.
  "hold.taken": { fence: number };
  "hold.taken_over": { fence: number; from: string };
  "hold.let_go": { fence: number };
  "filter.kept": Record<string, never>;
  "filter.renamed": Record<string, never>;
  "filter.dropped": Record<string, never>;
  "action.completed": Record<string, never>;
  "action.reopened": Record<string, never>;
  "action.reassigned": { from: string | null; to: string | null };
  "action.redated": { from: string | null; to: string | null };
  "action.cancelled": Record<string, never>;
  "decision.superseded": { by: string };
  "decision.restored": Record<string, never>;
  "question.answered": Record<string, never>;
  "question.handed_over": { from: string; to: string | null };
  "blocker.proposed": Record<string, never>;
  "blocker.said_again": { days: number };
  "blocker.withdrawn": Record<string, never>;
  "blocker.escalated": { days: number };
  "blocker.confirmed": Record<string, never>;
  "blocker.owned": { from: string | null; to: string | null };
  "blocker.resolved": Record<string, never>;
  "blocker.accepted": Record<string, never>;
  "blocker.dismissed": Record<string, never>;
  // `days` where it was said again; absent where a person opened it.
  "blocker.reopened": { days?: number };
  "blocker.reworded": Record<string, never>;
  // Ids of teams.
  "blocker.waits_for": { from: string | null; to: string | null };
  "blocker.unconfirmed": Record<string, never>;
  "blocker.put_aside": Record<string, never>;
  "blocker.returned": { days: number };
  "delivery.scheduled": { channel: string };
  "delivery.sending": { attempt: number };
  // `kept` where it is a mail that no mailbox sends, and stays as a file.
  "delivery.sent": { attempt: number; kept?: true; answered?: true };
  "delivery.delayed": { dueAt: string };
  "delivery.failed": { attempt: number };
  "delivery.unknown": { attempt: number };
  "delivery.returned": Record<string, never>;
  "delivery.cancelled": Record<string, never>;
  // The subject of a notice is whoever it is for: that decides who hears of it.
  "notice.made": { noticeId: string; notice: string };
  "notice.read": { count: number };
  "mail.scheduled": Mailed;
  "mail.delayed": Mailed & { dueAt: string };
  "mail.sending": Mailed & { attempt: number };
  "mail.sent": Mailed & { attempt: number };
  "mail.failed": Mailed & { attempt: number };
  "mail.unknown": Mailed & { attempt: number };
  "mail.cancelled": Mailed;
  "lead.created": Record<string, never>;
  "lead.changed": { fields: string[] };
  "lead.moved": { from: string; to: string };
  "lead.noted": { kind: string };
  "lead.deleted": { sources: number };
  "outreach.changed": { fields: string[] };
  "voice.changed": Record<string, never>;
  "consent.recorded": { basis: string };
  "consent.withdrawn": { basis: string };
  "suppression.lifted": { kind: "address" | "domain" };
  "suppression.added": { kind: "address" | "domain"; reason: string };
  "cadence.started": { mails: number };
  "cadence.changed": { mails: number };
  "cadence.paused": { until: string };
  // An import tells nothing of the leads it adds, which may be 300,000.
  "lead_import.begun": Record<string, never>;
  "lead_import.read": { rows: number };
  "lead_import.read_again": Record<string, never>;
  "lead_import.started": { rows: number };
  "lead_import.done": { added: number; changed: number; refused: number };
  "lead_import.discarded": Record<string, never>;
  "lead_import.failed": Record<string, never>;
  "standup.changed": { fields: string[] };
  "standup.closed": { runId: string; updates: number };
  "standup.skipped": Record<string, never>;
  "update.posted": { teamId: string; via: string; late: boolean };
  "update.changed": { teamId: string; late: boolean };
  "standing_approval.given": { teamId: string | null; channel: string };
  "standing_approval.revoked": { teamId: string | null; channel: string };
  // Its subject is whose week it is.
  "brief.changed": { active: boolean };
  "brief.asked": { runId: string };
  "brief.skipped": Record<string, never>;
  "cadence.stopped": { why: string };
  "mailbox.connected": { auth: string; reads: boolean };
  "mailbox.removed": Record<string, never>;
  // Its subject is the domain.
  "mailbox.domain_checked": Record<string, never>;
  "slack.connected": { scopes: number };
  "slack.disconnected": Record<string, never>;
  "slack_channel.linked": { teamId: string; takesUpdates: boolean };
  "slack_channel.unlinked": Record<string, never>;
  "slack_channel.tested": Record<string, never>;
  "slack_person.linked": { userId: string; by: string };
  "slack_person.unlinked": Record<string, never>;
  "lead.answered": { sort: string };
  "lead.handed_over": { from: string; to: string | null; count: number };
  "lead.promised": { promiseId: string };
};

/** How somebody came in; "renewal" is a new session for one that stood, after their rights or their sign-in changed. */
export type SignInWay = "password" | "code" | "recovery_code" | "link" | "provider" | "renewal";

export type EventKind = keyof EventData;
/** One past-tense line of the log, as a verb records it. */
export type Event = { [K in EventKind]: { kind: K; data: EventData[K] } & Subject }[EventKind];

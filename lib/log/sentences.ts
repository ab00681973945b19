import type { EventKind } from "#lib/events/kinds";
import { counted } from "#lib/format/count";
import { STAGE_NAMES } from "#lib/format/lead-stages";
import { formatDollars } from "#lib/format/money";
import { BLOCKER_SENTENCES } from "#lib/log/blocker-sentences";
import { ANSWERS, AUDIENCE, BASES, MAILS, NOTES, NOTICES, WAYS } from "#lib/log/codes";
import { failure } from "#lib/log/failures";
import { type About, again, dayOr, possessive, type Sentences, wordsOf } from "#lib/log/phrases";
import { SLACK_SENTENCES } from "#lib/log/slack-sentences";
import { TEAM_SENTENCES } from "#lib/log/team-sentences";

/** The sentence for each kind of event, without the full stop. */
const SENTENCES = {
  "workspace.set_up": ({ it }) => `${it} set Countersign up as its first admin`,
  "workspace.backed_up": ({ by }) => `${by} took a backup of everything`,
  "workspace.restored": ({ by }) => `${by} restored everything from a backup`,
  "workspace.changed": ({ by }, { fields }) => `${by} changed the company’s ${wordsOf(fields)}`,
  "outreach.changed": ({ by }, { fields }) => `${by} changed the ${wordsOf(fields)} of follow-ups`,
  "voice.changed": ({ by }) => `${by} changed how they write and sign follow-ups`,
  "user.added": ({ by, it }, { role }) => `${by} put ${it} on the roster as ${role}`,
  "user.changed": ({ by, it }, { fields }) =>
    by === it ? `${by} changed their ${wordsOf(fields)}` : `${by} changed the ${wordsOf(fields)} of ${it}`,
  "user.password_taken": ({ by, it }) => `${by} took the password of ${it} away`,
  "user.password_chosen": ({ it }) => `${it} chose a new password by link`,
  "user.invited": ({ by, it }) => `${by} made an invitation for ${it}`,
  "user.joined": ({ it }) => `${it} joined`,
  "user.deactivated": ({ by, it }) => `${by} deactivated ${it}`,
  "user.reactivated": ({ by, it }) => `${by} put ${it} back on the roster`,
  ...TEAM_SENTENCES,
  ...SLACK_SENTENCES,
  ...BLOCKER_SENTENCES,
  "log.redacted": ({ by, it }, { named }) =>
    named
      ? `${by} redacted the name of ${it} and where they acted from`
      : `${by} redacted where ${it} acted from`,
  "invitation.revoked": ({ by, person }, { userId }) => `${by} withdrew the invitation of ${person(userId)}`,
  "team.created": ({ by, it }) => `${by} made the team ${it}`,
  "team.changed": ({ by, it }, { fields }) => `${by} changed the ${wordsOf(fields)} of the team ${it}`,
  "link.made": ({ by, person }, { purpose, userId }) =>
    purpose === "setup" || userId === null
      ? `${by} made the link for setting up`
      : `${by} made a ${purpose === "password" ? "link for a new password" : "sign-in link"} for ${person(userId)}`,
  "session.asked": ({ it }, { step }) =>
    step === "code"
      ? `${it} gave the right password and was asked for a code`
      : `${it} gave the right password and was asked to set up a second factor`,
  "session.started": ({ person }, { userId, by }) =>
    by === "renewal" ? `${person(userId)} got a new session` : `${person(userId)} signed in ${WAYS[by]}`,
  "session.revoked": ({ by, person }, { userId }) =>
    by === person(userId)
      ? `${by} ended a session of their own`
      : `${by} ended a session of ${person(userId)}`,
  "token.created": ({ by, person }, { userId, scopes }) =>
    `${by} made an API token ${by === person(userId) ? "of their own" : `for ${person(userId)}`}, for ${scopes.join(", ")}`,
  "token.revoked": ({ by, person }, { userId }) =>
    by === person(userId)
      ? `${by} revoked an API token of their own`
      : `${by} revoked an API token of ${person(userId)}`,
  "feed.made": ({ by }) => `${by} made a calendar link to their actions`,
  "feed.revoked": ({ by, person }, { userId }) =>
    by === person(userId)
      ? `${by} revoked their calendar link`
      : `${by} revoked the calendar link of ${person(userId)}`,
  "second_factor.turned_on": ({ it }) => `${it} set up a second factor`,
  "second_factor.turned_off": ({ it }) => `${it} turned their second factor off`,
  "second_factor.removed": ({ by, it }) => `${by} took the second factor of ${it} away`,
  "second_factor.codes_replaced": ({ it }) => `${it} made new recovery codes`,
  "identity.bound": ({ it }, { issuer }) => `${it} was bound to their account at ${issuer}`,
  "identity.released": ({ by, it }, { issuer }) => `${by} released ${it} from their account at ${issuer}`,
  "vault.resealed": ({ by }, { secrets }) =>
    `${by} sealed ${secrets} ${secrets === 1 ? "secret" : "secrets"} with the newest key`,
  "source.handed_over": ({ by, it, person }, { from, to }) =>
    `${by} handed ${it} over to ${person(to)}, before it was ${possessive(person(from))}`,
  "source.stored": ({ by, it }, { visibility }) =>
    `${by} stored ${it}, ${AUDIENCE[visibility] ?? visibility}`,
  "source.deleted": ({ by }, { drafts, records }) =>
    `${by} deleted a source with ${drafts === 1 ? "the draft" : `the ${drafts} drafts`} made from it${records === "keep" ? ", and kept the records" : " and their records"}`,
  "source.redacted": ({ by, it }, { places }) =>
    `${by} took words out of ${it}, in ${places} ${places === 1 ? "place" : "places"}`,
  "source.corrected": ({ by, it }, { version }) => `${by} corrected ${it}, now version ${version}`,
  "source.shared": ({ by, it }, { from, to }) =>
    `${by} made ${it} ${AUDIENCE[to] ?? to}; before, it was ${AUDIENCE[from] ?? from}`,
  "source.moved": ({ by, it }, { from, to }) =>
    to === null
      ? `${by} took ${it} out of its series`
      : `${by} put ${it} into ${from === null ? "a" : "another"} series`,
  "series.made": ({ by, it }) => `${by} made the series ${it}`,
  "series.renamed": ({ by, it }) => `${by} renamed a series, now ${it}`,
  "retention.changed": ({ by }, { days, records }) =>
    days === null
      ? `${by} had sources kept for ever`
      : `${by} had sources kept for ${days} ${days === 1 ? "day" : "days"}${records ? `, then deleted ${records === "keep" ? "without" : "with"} their records` : ""}`,
  "run.queued": ({ by, it }, { writer }) => `${by} asked for a draft of ${it} by ${writerName(writer)}`,
  "run.writing": ({ by, it }, { attempt }) => `${by} began to write ${it}${again(attempt)}`,
  "run.part": ({ by, it }, { part, parts }) => `${by} began part ${part} of ${parts} of ${it}`,
  "run.checking": ({ by, it }) => `${by} began to check what was written of ${it}`,
  "run.done": ({ by, it }) => `${by} finished the run on ${it}`,
  "run.failed": ({ it }, { kind }) => `The run on ${it} failed: ${failure(kind)}`,
  "run.held": ({ it }, { kind }) => `The run on ${it} is held: ${failure(kind)}`,
  "run.cancelled": ({ by, it }) => `${by} stopped the run on ${it}`,
  "run.delayed": ({ it }, { kind }) => `The run on ${it} waits for another try: ${failure(kind)}`,
  "run.retried": ({ by, it }) => `${by} ran ${it} again`,
  "run.resumed": ({ by, it }) => `${by} took the run on ${it} up again after its worker stopped`,
  "run.released": ({ by, it }) => `${by} let the run on ${it} go on, which had waited for a budget`,
  "budget.set": ({ by }, { workflow, monthMicros }) =>
    monthMicros === null
      ? `${by} took the monthly budget of ${workflow} away`
      : `${by} set the monthly budget of ${workflow} to ${formatDollars(monthMicros)}`,
  "baseline.set": ({ by }, { workflow, minutes }) =>
    minutes === null
      ? `${by} took away how long ${workflow} took by hand`
      : `${by} set how long ${workflow} took by hand to ${counted(minutes, "minute")}`,
  "draft.proposed": ({ by, it }) => `${by} proposed the draft ${it}`,
  "draft.edited": ({ by, it }, { revision }) => `${by} edited the draft ${it}, now revision ${revision}`,
  "draft.rewritten": ({ by, it }, { revision }) => `${by} wrote ${it} again, now revision ${revision}`,
  "draft.restored": ({ by, it }, { revision, to }) =>
    `${by} took the last change of ${it} back to revision ${to}, now revision ${revision}`,
  "draft.kept": ({ by, it }, { revision, version }) =>
    `${by} kept ${it} for version ${version} of its source, now revision ${revision}`,
  "draft.approved": ({ by, it }, { revision, records, version, batch, standing }) =>
    `${standing ? "A standing approval" : by} approved revision ${revision} of ${it}${version && version > 1 ? `, from version ${version} of its source` : ""}${batch ? " in a batch" : ""}, which made ${records} ${records === 1 ? "record" : "records"}`,
  "draft.rejected": ({ by, it }, { revision }) => `${by} rejected revision ${revision} of ${it}`,
  "draft.deleted": ({ by }, { records }) =>
    `${by} deleted a draft with its source${records === "keep" ? ", and kept its records" : ""}`,
  "draft.redacted": ({ by, it }) => `${by} took words out of the draft ${it}`,
  "draft.reopened": ({ by, it }, { from }) =>
    `${by} took the ${from === "approved" ? "approval" : "rejection"} of ${it} back`,
  "draft.snoozed": ({ by, it }) => `${by} snoozed ${it} for themself`,
  "draft.woken": ({ by, it, person }, { userId }) =>
    by === "Countersign"
      ? `${it} came back to the queue of ${person(userId)}`
      : `${by} put ${it} back into their queue`,
  "draft.handed_over": ({ by, it, person }, { to }) => `${by} handed ${it} over to ${person(to)}`,
  "draft.taken_back": ({ by, it, person }, { to }) =>
    by === person(to) ? `${by} gave ${it} back` : `${by} took ${it} back from ${person(to)}`,
  "hold.taken": ({ by, it }) => `${by} began to read ${it}`,
  "hold.taken_over": ({ by, it, person }, { from }) => `${by} took ${it} over from ${person(from)}`,
  "hold.let_go": ({ by, it }) => `${by} let go of ${it}`,
  "filter.kept": ({ by }) => `${by} kept a filter of a list`,
  "filter.renamed": ({ by }) => `${by} renamed a filter of a list`,
  "filter.dropped": ({ by }) => `${by} dropped a filter of a list`,
  "action.completed": ({ by, it }) => `${by} completed ${it}`,
  "action.reopened": ({ by, it }) => `${by} opened ${it} again`,
  "action.reassigned": ({ by, it, person }, { from, to }) =>
    `${by} gave ${it} to ${to ? person(to) : "nobody"}${from ? `, before it was ${possessive(person(from))}` : ""}`,
  "action.redated": ({ by, it, today }, { from, to }) =>
    `${by} moved ${it} from ${dayOr(from, today)} to ${dayOr(to, today)}`,
  "action.cancelled": ({ by, it }) => `${by} cancelled ${it}`,
  "decision.superseded": ({ by, it }) => `${by} approved a decision that supersedes ${it}`,
  "decision.restored": ({ by, it }) => `${by} took back what superseded ${it}`,
  "question.answered": ({ by, it }) => `${by} answered ${it}`,
  "question.handed_over": ({ by, it, person }, { from, to }) =>
    `${by} gave ${it} to ${to ? person(to) : "nobody"} to decide, before it was ${possessive(person(from))}`,
  "delivery.scheduled": ({ it }, { channel }) => `A delivery of ${it} over ${channel} was scheduled`,
  "delivery.sending": ({ it }, { attempt }) => `${it} began to leave${again(attempt)}`,
  "delivery.sent": ({ it }, { kept, answered }) =>
    kept ? `${it} was kept as a file; nothing was sent` : `${it} left${answered ? ": an answer came" : ""}`,
  "delivery.delayed": ({ it }) => `${it} waits for its turn: so many mails leave an hour`,
  "delivery.failed": ({ it }, { attempt }) => `${it} could not leave${again(attempt)}`,
  "delivery.unknown": ({ it }) => `It is not known whether ${it} left`,
  "delivery.returned": ({ by, it }) => `${by} returned ${it} to the queue`,
  "delivery.cancelled": ({ by, it }) => `${by} cancelled the delivery of ${it}`,
  "notice.made": ({ it }, { notice }) => `${it} got a notice${NOTICES[notice] ? `: ${NOTICES[notice]}` : ""}`,
  "notice.read": ({ it }, { count }) =>
    `${it} marked ${count === 1 ? "a notice" : `${count ?? "some"} notices`} as read`,
  "mail.scheduled": ({ by, person }, data) => `${by} asked for ${mailTo(data, person)}`,
  "mail.delayed": ({ person }, data) => `${mailTo(data, person)} waits for the end of quiet hours`,
  "mail.sending": ({ person }, data) => `${mailTo(data, person)} began to leave${again(data.attempt)}`,
  "mail.sent": ({ person }, data) => `${mailTo(data, person)} left`,
  "mail.failed": ({ person }, data) => `${mailTo(data, person)} could not leave${again(data.attempt)}`,
  "mail.unknown": ({ person }, data) => `It is not known whether ${mailTo(data, person)} left`,
  "mail.cancelled": ({ person }, data) =>
    `${mailTo(data, person)} was not sent: there was nothing to say any more`,
  "lead.created": ({ by, it }) => `${by} added the lead ${it}`,
  "lead.changed": ({ by, it }, { fields }) => `${by} changed the ${wordsOf(fields)} of ${it}`,
  "lead.moved": ({ by, it }, { from, to }) => `${by} moved ${it} from ${stageName(from)} to ${stageName(to)}`,
  "lead.noted": ({ by, it }, { kind }) => `${by} added ${NOTES[kind] ?? "a note"} to ${it}`,
  "lead.deleted": ({ by }, { sources }) =>
    `${by} deleted a lead with ${sources === 1 ? "a source" : `${sources} sources`}`,
  "lead_import.begun": ({ by, it }) => `${by} brought in a file of leads, ${it}`,
  "lead_import.read": ({ it }, { rows }) => `The ${counted(rows, "row")} of ${it} were read`,
  "lead_import.read_again": ({ by, it }) => `${by} had ${it} read in another way`,
  "lead_import.started": ({ by, it }, { rows }) => `${by} had ${counted(rows, "row")} of ${it} made leads`,
  "lead_import.done": ({ it }, { added, changed, refused }) =>
    `${it} brought ${counted(added, "new lead")}, changed ${changed} and had ${counted(refused, "refused row")}`,
  "lead_import.discarded": ({ by, it }) => `${by} discarded ${it}, and nothing of it was taken`,
  "lead_import.failed": ({ it }) => `${it} could not be read, and nothing of it was taken`,
  "consent.recorded": ({ by }, { basis }) => `${by} recorded consent: ${BASES[basis] ?? basis}`,
  "consent.withdrawn": ({ by }, { basis }) =>
    `${by} recorded that consent was withdrawn: ${BASES[basis] ?? basis}`,
  "suppression.lifted": ({ by }, { kind }) =>
    `${by} took ${kind === "domain" ? "a domain" : "an address"} off the list that nothing is sent to, with fresh consent`,
  "suppression.added": ({ by }, { kind }) =>
    `${by} put ${kind === "domain" ? "a domain" : "an address"} on the list that nothing is sent to`,
  "cadence.started": ({ by, it }, { mails }) =>
    `${by} began follow-ups to ${it}${mails ? `, ${mails} in all` : ""}`,
  "cadence.changed": ({ by, it }) => `${by} changed the days of the follow-ups to ${it}`,
  "cadence.paused": ({ it, today }, { until }) => `The follow-ups to ${it} wait until ${dayOr(until, today)}`,
  "mailbox.connected": ({ by }, { reads }) => `${by} connected a mailbox${reads ? ", which is read" : ""}`,
  "mailbox.removed": ({ by }) => `${by} disconnected a mailbox`,
  "mailbox.domain_checked": ({ by }) => `${by} looked up what DNS says of the domain that mail is from`,
  "lead.answered": ({ it }, { sort }) => `${ANSWERS[sort] ?? "A mail"} came in from ${it}`,
  "lead.handed_over": ({ by, person }, { from, to, count }) =>
    `${by} gave ${count === 1 ? "a lead" : `${count ?? "the"} leads`} of ${person(from)} to ${to ? person(to) : "nobody"}`,
  "lead.promised": ({ it }) => `A promise from a meeting was brought to ${it}`,
  "cadence.stopped": ({ by, it }) => `${by} stopped the follow-ups to ${it}`,
  "standup.changed": ({ by, it }, { fields }) =>
    `${by} changed the ${wordsOf(fields)} of the stand-up of ${it}`,
  "standup.closed": ({ by, it }, { updates = 0 }) =>
    `${by} asked for the digest of ${it}, written from ${counted(updates, "update")}`,
  "standup.skipped": ({ it }) => `The stand-up of ${it} was skipped`,
  "update.posted": ({ by, it }, { late }) => `${by} posted ${it}${late ? ", after the digest" : ""}`,
  "update.changed": ({ by, it }, { late }) => `${by} changed ${it}${late ? ", after the digest" : ""}`,
  "standing_approval.given": ({ by, it }, { teamId }) =>
    `${by} let ${teamId ? `digests of ${it}` : "their weekly briefs"} go out by a standing approval`,
  "standing_approval.revoked": ({ by, it }, { teamId }) =>
    `${by} took a standing approval for ${teamId ? it : "their weekly briefs"} back`,
  "brief.changed": ({ by }, { active }) =>
    active ? `${by} changed when their week is told to them` : `${by} has their week told no more`,
  "brief.asked": ({ by, it }) => `${by} asked for the weekly brief of ${it}`,
  "brief.skipped": ({ it }) => `The weekly brief of ${it} was skipped`,
} satisfies Sentences;

/** What one line of the log says. `data` is as the verb recorded it under this kind. */
export function sentenceOf(kind: EventKind, data: Record<string, unknown>, about: About): string {
  const sentence = SENTENCES[kind] as (about: About, data: Record<string, unknown>) => string;
  return `${sentence(about, data).replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`;
}

/** Every kind there is. */
export const EVENT_KINDS = Object.keys(SENTENCES) as EventKind[];

function mailTo(
  { purpose, userId }: { purpose: string; userId: string | null },
  person: About["person"],
): string {
  return `${MAILS[purpose] ?? "a mail"}${userId ? ` to ${person(userId)}` : ""}`;
}

function stageName(stage: string): string {
  return (STAGE_NAMES as Record<string, string>)[stage] ?? stage;
}

function writerName(writer: string): string {
  return writer === "claude" ? "Claude" : "the rules";
}

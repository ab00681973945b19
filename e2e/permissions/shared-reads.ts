import { HAND_READS } from "#e2e/permissions/hand-rows";
import type { Who } from "#e2e/permissions/people";
import type { SharedMeeting } from "#e2e/permissions/shared-meeting";
import { countActions, getAction, listActions, listEveryAction } from "#lib/actions/queries";
import { getCustody } from "#lib/custody/queries";
import { getDecision, listDecisions } from "#lib/decisions/queries";
import { getDelivery, listDeliveries } from "#lib/deliveries/queries";
import { countUnsettled, getSent, listSent } from "#lib/deliveries/sent-queries";
import { getDocument, listDocuments } from "#lib/documents/queries";
import { listBatch } from "#lib/drafts/batch-queries";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { getDraft, listDrafts } from "#lib/drafts/queries";
import { countDecided, countKept, listDecidable, listQueue } from "#lib/drafts/queue-queries";
import { readRevision } from "#lib/drafts/revision-queries";
import type { UserCtx } from "#lib/events/context";
import { localDay } from "#lib/format/dates";
import { listEventsAfter, listEventsBySeq } from "#lib/log/live-queries";
import { listEvents } from "#lib/log/queries";
import { listNotices } from "#lib/notices/queries";
import {
  countPromises,
  getPromise,
  listEveryPromise,
  listPromisedTo,
  listPromises,
} from "#lib/promises/queries";
import {
  countQuestions,
  getQuestion,
  listOldestQuestions,
  listOwnQuestions,
  listQuestions,
} from "#lib/questions/queries";
import { listMentions } from "#lib/records/mention-queries";
import { listDraftQuotes, listQuotes } from "#lib/records/quotes";
import { getProgress } from "#lib/runs/progress-queries";
import { getRun, listRuns, listStoppedRuns } from "#lib/runs/queries";
import { findEverywhere } from "#lib/search/queries";
import { readSteps } from "#lib/series/next-steps";
import { findSeriesOf, getSeries, listSeries, listSeriesNames } from "#lib/series/queries";
import { getSource, listSources } from "#lib/sources/queries";
import { listVersions } from "#lib/sources/version-queries";
import { countForFrame } from "#lib/today/frame-counts";
import { getToday } from "#lib/today/queries";

/**
 * A query that shows something of a source. It shows the id named by `shows`, or counts something, to those of `may`
 * who see the source; `also` are shown it without seeing the source.
 */
export type SharedRead = {
  read: (ctx: UserCtx, shared: SharedMeeting) => Promise<unknown>;
  shows?: keyof SharedMeeting;
  may?: Who[];
  also?: Who[];
};

const REVIEWERS: Who[] = ["author", "attendee", "leader", "admin"];
const ASKED: Who[] = ["author"];
/** Dana owns the action, whether or not she sees where it comes from, and decides the question. */
const OWNER: Who[] = ["teammate"];

const FROM_START = { newest: 0, missing: [] };

/** By the name of the query; what follows a colon tells the parts of one query apart. */
export const SHARED_READS: Record<string, SharedRead> = {
  getSource: { read: (ctx, { source }) => getSource(ctx, source), shows: "source" },
  getCustody: { read: async (ctx, { source }) => (await getCustody(ctx, { sourceId: source })).drafts },
  listVersions: { read: async (ctx, { source }) => (await listVersions(ctx, source)).length },
  listSources: { read: (ctx) => listSources(ctx), shows: "source" },
  getSeries: { read: (ctx, { series }) => getSeries(ctx, series), shows: "series" },
  readSteps: {
    read: async (ctx, { series }) => (await readSteps(ctx, [series]))(series).waiting,
    shows: "pending",
  },
  listSeries: { read: (ctx) => listSeries(ctx), shows: "series" },
  listSeriesNames: { read: async (ctx) => (await listSeriesNames(ctx)).length },
  findSeriesOf: { read: (ctx, { source }) => findSeriesOf(ctx, source), shows: "series" },
  getDraft: { read: (ctx, { pending }) => getDraft(ctx, pending), shows: "pending" },
  listDrafts: { read: (ctx) => listDrafts(ctx, {}), shows: "pending" },
  getDelivery: { read: (ctx, { delivery }) => getDelivery(ctx, delivery), shows: "delivery" },
  getSent: { read: (ctx, { delivery }) => getSent(ctx, delivery), shows: "delivery" },
  countUnsettled: { read: async (ctx) => (await countUnsettled(ctx)).unknown },
  listSent: { read: (ctx) => listSent(ctx), shows: "delivery" },
  listDeliveries: { read: (ctx) => listDeliveries(ctx), shows: "delivery" },
  getDeskDraft: { read: (ctx, { pending }) => getDeskDraft(ctx, pending), shows: "pending" },
  listBatch: { read: (ctx, { pending }) => listBatch(ctx, [pending]), shows: "pending" },
  readRevision: {
    read: (ctx, { pending }) => readRevision(ctx, pending, 1),
    shows: "source",
  },
  listQueue: { read: (ctx) => listQueue(ctx), shows: "pending" },
  countKept: {
    read: async (ctx) => {
      const all = { id: "flt_all", name: "All", filter: { show: "waiting" as const } };
      return (await countKept(ctx, [all]))[0]?.count ?? 0;
    },
  },
  ...HAND_READS,
  listDecidable: { read: (ctx) => listDecidable(ctx, 10), shows: "pending", may: REVIEWERS },
  countDecided: { read: async (ctx) => (await countDecided(ctx, lastWeek(ctx))).decided, may: ASKED },
  getProgress: { read: (ctx, { source }) => getProgress(ctx, source), shows: "pending" },
  getRun: { read: (ctx, { run }) => getRun(ctx, run), shows: "run" },
  listRuns: { read: (ctx) => listRuns(ctx), shows: "run" },
  listStoppedRuns: { read: (ctx) => listStoppedRuns(ctx, lastWeek(ctx), 10), shows: "run", may: ASKED },
  getAction: { read: (ctx, { action }) => getAction(ctx, action), shows: "action", also: OWNER },
  listActions: { read: (ctx) => listActions(ctx, {}), shows: "action", also: OWNER },
  "listActions: by owner": {
    read: (ctx) => listActions(ctx, { ownerId: ctx.actor.id }),
    shows: "action",
    may: OWNER,
    also: OWNER,
  },
  listEveryAction: { read: (ctx) => listEveryAction(ctx, {}), shows: "action", also: OWNER },
  countActions: { read: async (ctx) => (await countActions(ctx, { all: {} })).all, also: OWNER },
  countForFrame: { read: async (ctx) => (await countForFrame(ctx)).reviews, may: REVIEWERS },
  getDecision: { read: (ctx, { decision }) => getDecision(ctx, decision), shows: "decision" },
  listDecisions: { read: (ctx) => listDecisions(ctx), shows: "decision" },
  getPromise: { read: (ctx, { promise }) => getPromise(ctx, promise), shows: "promise" },
  listPromises: { read: (ctx) => listPromises(ctx, {}), shows: "promise" },
  listEveryPromise: { read: (ctx) => listEveryPromise(ctx, {}), shows: "promise" },
  countPromises: { read: async (ctx) => (await countPromises(ctx, { all: {} })).all },
  listPromisedTo: { read: async (ctx) => (await listPromisedTo(ctx)).length },
  getQuestion: { read: (ctx, { question }) => getQuestion(ctx, question), shows: "question" },
  listQuestions: { read: (ctx) => listQuestions(ctx, {}), shows: "question" },
  listOldestQuestions: { read: (ctx) => listOldestQuestions(ctx, 10), shows: "question" },
  listOwnQuestions: { read: (ctx) => listOwnQuestions(ctx, 10), shows: "question", may: OWNER },
  countQuestions: { read: (ctx) => countQuestions(ctx, {}) },
  getDocument: { read: (ctx, { document }) => getDocument(ctx, document), shows: "document" },
  listDocuments: { read: (ctx) => listDocuments(ctx), shows: "document" },
  "findEverywhere: the source": {
    read: (ctx) => findEverywhere(ctx, { words: "staging certificate", kind: "source" }),
    shows: "source",
  },
  "findEverywhere: the document": {
    read: (ctx) => findEverywhere(ctx, { words: "release planning", kind: "document" }),
    shows: "document",
  },
  "findEverywhere: the decision": {
    read: (ctx) => findEverywhere(ctx, { words: "photo annotations", kind: "decision" }),
    shows: "decision",
  },
  "findEverywhere: the question": {
    read: (ctx) => findEverywhere(ctx, { words: "extra month", kind: "question" }),
    shows: "question",
  },
  "findEverywhere: the promise": {
    read: (ctx) => findEverywhere(ctx, { words: "price hollis", kind: "promise" }),
    shows: "promise",
  },
  "findEverywhere: the action": {
    read: (ctx) => findEverywhere(ctx, { words: "merge or customer", kind: "action" }),
    shows: "action",
    also: OWNER,
  },
  listMentions: {
    read: async (ctx, { mentioned }) => (await listMentions(ctx, mentioned)).length,
  },
  listQuotes: {
    read: async (ctx, { approved, statement }) => (await listQuotes(ctx, approved, statement)).length,
  },
  listDraftQuotes: {
    read: async (ctx, { approved }) => (await listDraftQuotes(ctx, approved)).size,
  },
  listEvents: { read: async (ctx) => ofWork((await listEvents(ctx, {})).rows), shows: "run" },
  listEventsBySeq: {
    read: async (ctx) =>
      ofWork(
        await listEventsBySeq(
          ctx,
          Array.from({ length: 50 }, (_, index) => index + 1),
        ),
      ),
    shows: "source",
  },
  listEventsAfter: { read: async (ctx) => ofWork(await listEventsAfter(ctx, FROM_START)), shows: "source" },
  "listEventsAfter: of what they are told": {
    read: async (ctx) =>
      (await listEventsAfter(ctx, FROM_START)).filter(
        ({ kind, subjectId }) => !isWork({ kind }) && subjectId === ctx.actor.id,
      ).length,
    may: ["attendee", "teammate"],
    also: OWNER,
  },
  "listNotices: of a draft that waits": {
    read: async (ctx) => (await listNotices(ctx, {})).rows.filter(({ kind }) => kind === "review"),
    shows: "pending",
    may: ["attendee"],
  },
  "listNotices: of an action given to them": {
    read: async (ctx) => (await listNotices(ctx, {})).rows.filter(({ kind }) => kind === "assigned"),
    shows: "action",
    may: OWNER,
    also: OWNER,
  },
  getToday: { read: async (ctx) => ({ ...(await today(ctx)), actions: null }), shows: "approved" },
  "getToday: actions": {
    read: async (ctx) => (await today(ctx)).actions,
    shows: "action",
    may: OWNER,
    also: OWNER,
  },
};

/** What a page offers to do, by the verb it calls: whoever it is offered to, and nobody else, may do it. */
export const OFFERS: Record<string, (ctx: UserCtx, shared: SharedMeeting) => Promise<boolean>> = {
  approveDraft: async (ctx, { pending }) => (await getDeskDraft(ctx, pending)).mayReview.yes,
  reopenDraft: async (ctx, { approved }) => (await getDeskDraft(ctx, approved)).mayReopen,
  completeAction: async (ctx, { action }) => (await getAction(ctx, action)).mayChange,
  answerQuestion: async (ctx, { question }) => (await getQuestion(ctx, question)).mayAnswer,
  cancelRun: async (ctx, { source }) => (await getProgress(ctx, source)).maySteer,
  retryRun: async (ctx, { run }) => (await getRun(ctx, run)).mayRetry,
};

/** Without what somebody is told, which names no source: its receiver sees it, whether or not they see the source. */
function ofWork<Line extends { kind: string }>(lines: Line[]): Line[] {
  return lines.filter(isWork);
}

function isWork({ kind }: { kind: string }): boolean {
  return !kind.startsWith("notice.");
}

function today(ctx: UserCtx) {
  return getToday(ctx, localDay(ctx.now(), "America/Toronto"));
}

function lastWeek(ctx: UserCtx): Date {
  return new Date(ctx.now().getTime() - 7 * 86_400_000);
}

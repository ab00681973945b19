import { z } from "zod";
import { DELIVERY_STATES } from "#drizzle/schema/deliveries";
import { DRAFT_STATES } from "#drizzle/schema/drafts";
import { ACTION_STATES, QUESTION_STATES } from "#drizzle/schema/records";
import { RUN_STATES, WRITERS } from "#drizzle/schema/runs";
import { VISIBILITIES } from "#drizzle/schema/sources";
import { Basis, Detail, Flag, StatementTo, Trace } from "#lib/grounding/statement";

/** Answers that have a name in the description. */
export const NAMED = z.registry<{ id: string }>();

const Id = z.string();
const Instant = z.iso.datetime();
const Day = z.iso.date();
const Count = z.number().int().min(0);

/** One page of a list. `next` is the cursor of the page after it. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}

export const ListedSource = z
  .object({
    id: Id,
    workflow: z.string(),
    title: z.string(),
    heldOn: Day.describe("The day in `timeZone`"),
    timeZone: z.string(),
    authorId: Id,
    authorName: z.string(),
    visibility: z.enum(VISIBILITIES),
    teamId: Id.nullable(),
    version: Count,
    createdAt: Instant,
  })
  .register(NAMED, { id: "ListedSource" });

export const SourceInFull = ListedSource.extend({
  text: z.string(),
  lines: Count,
  words: Count,
  attendees: z.array(z.object({ name: z.string(), userId: Id.nullable() })),
}).register(NAMED, { id: "Source" });

export const StoredSource = z
  .object({
    sourceId: Id,
    runId: Id.nullable().describe("The run that writes its draft; null for a duplicate"),
    duplicate: z.boolean().describe("Whether the same person stored the same text before"),
    leftOut: z
      .array(z.string())
      .optional()
      .describe("Where a file was sent: what was not read of it, such as pictures and attachments"),
  })
  .register(NAMED, { id: "StoredSource" });

export const ListedRun = z
  .object({
    id: Id,
    workflow: z.string(),
    writer: z.enum(WRITERS),
    model: z.string().nullable(),
    state: z.enum(RUN_STATES),
    attempt: Count,
    sourceId: Id.nullable().describe("Null where the source was deleted."),
    draftId: Id.nullable(),
    requestedById: Id,
    requestedBy: z.string(),
    error: z.object({ kind: z.string(), sentence: z.string() }).nullable(),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    costMicros: z.string().nullable().describe("Millionths of a US dollar; null where a price is not known"),
  })
  .register(NAMED, { id: "Run" });

export const ChangedRun = z
  .object({ runId: Id, state: z.enum(RUN_STATES) })
  .register(NAMED, { id: "ChangedRun" });

const Quote = z
  .object({
    before: z.string(),
    quoted: z.string(),
    after: z.string(),
    sourceTitle: z.string(),
    heldOn: Day,
    line: z.number().int().min(1),
  })
  .describe("The words a statement stands on, inside their whole sentence")
  .register(NAMED, { id: "Quote" });

export const ListedDraft = z
  .object({
    id: Id,
    workflow: z.string(),
    title: z.string(),
    state: z.enum(DRAFT_STATES),
    revision: Count,
    createdAt: Instant,
    decidedAt: Instant.nullable(),
    decidedBy: z.string().nullable(),
  })
  .register(NAMED, { id: "ListedDraft" });

const Statement = z
  .object({
    id: Id,
    section: z.string(),
    text: z.string(),
    kept: z.boolean(),
    trace: Trace,
    person: z.object({ id: Id.nullable(), name: z.string(), basis: Basis }).nullable(),
    due: z.object({ on: Day.nullable(), phrase: z.string(), basis: Basis }).nullable(),
    flags: z.array(Flag),
    to: StatementTo.nullish().describe("To whom a promise was made; promises alone have it"),
    details: z.array(Detail).optional().describe("Why a decision was made, and what else was weighed"),
    quotes: z.array(Quote).describe("Those of the statement and of its details"),
  })
  .register(NAMED, { id: "Statement" });

export const DraftInFull = ListedDraft.extend({
  sourceIds: z.array(Id),
  statements: z.array(Statement),
}).register(NAMED, { id: "Draft" });

export const ListedAction = z
  .object({
    id: Id,
    version: Count.describe("Send it along with a change: a newer one makes that a conflict"),
    text: z.string(),
    ownerId: Id.nullable(),
    ownerName: z.string().nullable(),
    dueOn: Day.nullable(),
    state: z.enum(ACTION_STATES),
    closedAt: Instant.nullable(),
    closedBy: z.string().nullable(),
    origin: z
      .object({ draftId: Id, statementId: Id, title: z.string(), heldOn: Day.nullable() })
      .nullable()
      .describe("Null for an owner who may not see the source"),
  })
  .register(NAMED, { id: "ListedAction" });

export const ActionInFull = ListedAction.extend({
  createdAt: Instant,
  cancelReason: z.string().nullable(),
  quotes: z.array(Quote),
}).register(NAMED, { id: "Action" });

export const ChangedAction = z
  .object({ actionId: Id, version: Count, state: z.enum(ACTION_STATES), ownerId: Id.nullable() })
  .register(NAMED, { id: "ChangedAction" });

const fromDraft = { draftId: Id, statementId: Id, title: z.string(), heldOn: Day.nullable() };

export const ListedDecision = z
  .object({
    id: Id,
    text: z.string(),
    deciderName: z.string().nullable(),
    recordedAt: Instant,
    supersededBy: Id.nullable().describe("The decision that took its place; null while it stands"),
    ...fromDraft,
  })
  .register(NAMED, { id: "ListedDecision" });

export const DecisionInFull = ListedDecision.extend({
  because: z.array(z.string()).describe("Why it was decided, as far as it was said"),
  instead: z.array(z.string()).describe("What was weighed and not taken"),
  quotes: z.array(Quote),
}).register(NAMED, { id: "Decision" });

export const ListedPromise = z
  .object({
    id: Id,
    text: z.string(),
    promiserId: Id.nullable(),
    promiserName: z.string().nullable(),
    toName: z.string().nullable().describe("Whom it was made to, as named at the meeting"),
    dueOn: Day.nullable(),
    recordedAt: Instant,
    ...fromDraft,
  })
  .register(NAMED, { id: "ListedPromise" });

export const PromiseInFull = ListedPromise.extend({ quotes: z.array(Quote) }).register(NAMED, {
  id: "Promise",
});

export const ListedQuestion = z
  .object({
    id: Id,
    version: Count,
    text: z.string(),
    deciderId: Id.nullable(),
    deciderName: z.string().nullable(),
    state: z.enum(QUESTION_STATES),
    askedAt: Instant,
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
    answeredBy: z.string().nullable(),
    ...fromDraft,
  })
  .register(NAMED, { id: "ListedQuestion" });

export const QuestionInFull = ListedQuestion.extend({ quotes: z.array(Quote) }).register(NAMED, {
  id: "Question",
});

export const ListedDocument = z
  .object({
    id: Id,
    title: z.string(),
    draftId: Id,
    heldOn: Day.nullable(),
    filedAt: Instant,
    approvedBy: z.string().nullable(),
  })
  .register(NAMED, { id: "ListedDocument" });

export const DocumentInFull = ListedDocument.extend({
  markdown: z.string(),
  promises: z
    .array(
      z.object({
        text: z.string(),
        promiserName: z.string().nullable(),
        toName: z.string().nullable(),
        dueOn: Day.nullable(),
      }),
    )
    .describe("What was promised to somebody outside"),
}).register(NAMED, { id: "Document" });

export const Delivery = z
  .object({
    id: Id,
    draftId: Id,
    revision: Count,
    channel: z.string(),
    recipient: z.string(),
    state: z.enum(DELIVERY_STATES),
    attempt: Count,
    reason: z.string().nullable(),
    dueAt: Instant,
    createdAt: Instant,
    endedAt: Instant.nullable(),
  })
  .register(NAMED, { id: "Delivery" });

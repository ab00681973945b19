import {
  actions,
  decisions,
  documents,
  draftSources,
  drafts,
  evidence,
  promises,
  questions,
  revisions,
  sourceAttendees,
  sources,
  sourceVersions,
  statements,
} from "#drizzle/schema/schema";
import type { Visibility } from "#drizzle/schema/sources";
import { CAST, type CastKey, COMPANY, type Stage } from "#e2e/support/cast";
import { newId } from "#lib/db/ids";

/** What every staged record stands on; the quote is its first four words. */
export const SENTENCE = "Ship it on Friday, said everybody in the room.";
const TEXT = `Minutes\n\n${SENTENCE}\n`;

export type Meeting = {
  by?: CastKey;
  visibility?: Visibility;
  teamId?: string;
  attendees?: CastKey[];
  title?: string;
};

type StagedAction = {
  text?: string;
  owner?: CastKey;
  ownerName?: string;
  dueOn?: string;
  state?: "open" | "done" | "cancelled";
  closedAt?: Date;
};

type StagedPromise = { text?: string; by?: CastKey; promiserName?: string; toName?: string; dueOn?: string };

/** A source of Friday 20 November 2026 and the draft that was approved on it, at the clock's time. */
export type ApprovedMeeting = {
  sourceId: string;
  draftId: string;
  /** Each adds a record and returns its id. */
  action: (action?: StagedAction) => Promise<string>;
  decision: (text?: string) => Promise<string>;
  promise: (promise?: StagedPromise) => Promise<string>;
  question: (question?: { text?: string; decider?: CastKey }) => Promise<string>;
  document: (markdown?: string) => Promise<string>;
};

/** Writes a meeting as its approval leaves it, for tests that are about records and not about how they come to be. */
export async function stageMeeting(stage: Stage, meeting: Meeting = {}): Promise<ApprovedMeeting> {
  const { raw: db } = stage.store;
  const createdAt = stage.clock.now();
  const sourceId = await insertSource(stage, meeting);
  const draftId = await insertDraft(stage, meeting, sourceId);
  const origin = async (section: string) => ({
    draftId,
    createdAt,
    statementId: await insertStatement(stage, { draftId, sourceId, section }),
  });
  return {
    sourceId,
    draftId,
    action: async ({ owner, ownerName, ...action } = {}) => {
      const id = newId("act", createdAt);
      const owned = owner ? { ownerId: CAST[owner].id, ownerName: CAST[owner].name } : { ownerName };
      const row = { text: "Ship it", state: "open" as const, ...action, ...owned };
      await db.insert(actions).values({ id, ...(await origin("actions")), ...row });
      return id;
    },
    decision: async (text = "Ship on Friday") => {
      const id = newId("dec", createdAt);
      await db.insert(decisions).values({ id, ...(await origin("decisions")), text, deciderName: "Ada" });
      return id;
    },
    promise: async ({ by, ...promise } = {}) => {
      const id = newId("prm", createdAt);
      const made = by && { promiserId: CAST[by].id, promiserName: CAST[by].name };
      const row = { text: "Send the price list", toName: "Hollis", ...promise, ...made };
      await db.insert(promises).values({ id, ...(await origin("promises")), ...row });
      return id;
    },
    question: async ({ text = "Who pays?", decider } = {}) => {
      const id = newId("qst", createdAt);
      const decides = decider && { deciderId: CAST[decider].id, deciderName: CAST[decider].name };
      const row = { text, state: "open" as const, ...decides };
      await db.insert(questions).values({ id, ...(await origin("questions")), ...row });
      return id;
    },
    document: async (markdown = "# Release planning\n") => {
      const id = newId("doc", createdAt);
      await insertRevision(stage, await origin("decisions"));
      await db
        .insert(documents)
        .values({ id, draftId, createdAt, title: meeting.title ?? "Release planning", markdown });
      return id;
    },
  };
}

async function insertSource(stage: Stage, meeting: Meeting): Promise<string> {
  const { by = "ada", visibility = "open", teamId, attendees = [], title = "Release planning" } = meeting;
  const { raw: db } = stage.store;
  const createdAt = stage.clock.now();
  const id = newId("src", createdAt);
  await db.insert(sources).values({
    id,
    workflow: "meeting-notes",
    title,
    heldOn: "2026-11-20",
    timeZone: COMPANY.timeZone,
    authorId: CAST[by].id,
    visibility,
    teamId: teamId ?? null,
    provenance: { via: "paste", format: "plain" },
    contentHash: id,
    createdAt,
  });
  const count = { lines: TEXT.split("\n").length, words: TEXT.split(/\s+/).length };
  await db
    .insert(sourceVersions)
    .values({ sourceId: id, version: 1, text: TEXT, hash: id, ...count, createdBy: CAST[by].id, createdAt });
  for (const [position, key] of attendees.entries()) {
    await db
      .insert(sourceAttendees)
      .values({ sourceId: id, position, name: CAST[key].name, userId: CAST[key].id });
  }
  return id;
}

async function insertDraft(stage: Stage, meeting: Meeting, sourceId: string): Promise<string> {
  const at = stage.clock.now();
  const id = newId("drf", at);
  await stage.store.raw.insert(drafts).values({
    id,
    workflow: "meeting-notes",
    title: meeting.title ?? "Release planning",
    state: "approved",
    currentRevision: 1,
    counts: { kept: {}, untraced: 0 },
    createdAt: at,
    decidedAt: at,
    decidedBy: CAST[meeting.by ?? "ada"].id,
  });
  await stage.store.raw.insert(draftSources).values({ draftId: id, sourceId, version: 1 });
  return id;
}

/** The revision that was approved: one decision kept, one declined. */
async function insertRevision(stage: Stage, { draftId, statementId, createdAt }: Origin): Promise<void> {
  const decision = { section: "decisions", trace: "stated", person: null, due: null } as const;
  const kept = { ...decision, id: statementId, text: "Ship on Friday", kept: true, flags: [] };
  const declined = { ...kept, id: "declined", text: "Ship on Monday", kept: false };
  await stage.store.raw
    .insert(revisions)
    .values({ draftId, number: 1, statements: [kept, declined], createdAt });
}

type Origin = { draftId: string; statementId: string; createdAt: Date };
type Place = { draftId: string; sourceId: string; section: string };

async function insertStatement(stage: Stage, { draftId, sourceId, section }: Place): Promise<string> {
  const { raw: db } = stage.store;
  const position = await db.$count(statements);
  const id = `s${position + 1}`;
  const start = TEXT.indexOf(SENTENCE);
  await db.insert(statements).values({ draftId, id, section, position });
  await db.insert(evidence).values({
    draftId,
    statementId: id,
    sourceId,
    version: 1,
    start,
    end: start + "Ship it on Friday".length,
    sentenceStart: start,
    sentenceEnd: start + SENTENCE.length,
  });
  return id;
}

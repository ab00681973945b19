import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { dueOrLast } from "#drizzle/schema/records";
import { actions, decisions, draftSources, drafts, questions, users } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { EarlierRecord } from "#lib/grounding/earlier";
import { seenByAllOf } from "#lib/sources/audience";

/** More than that of one kind nobody goes through in a meeting; of a long series the latest count. */
const MOST = 200;
const MOST_MEETINGS = 100;

/**
 * What was approved before from the same source or from other meetings of its series, as far as everybody who sees the
 * source sees it too. Open actions come first, by the day they are due. For the worker: who acts is not asked.
 */
export async function readEarlier(db: Database | Tx, sourceId: string): Promise<EarlierRecord[]> {
  const met = await listKnown(db, sourceId);
  if (met.length === 0) return [];
  const written = await db
    .select({ draftId: drafts.id, sourceId: draftSources.sourceId })
    .from(draftSources)
    .innerJoin(drafts, and(eq(drafts.id, draftSources.draftId), eq(drafts.state, "approved")))
    .where(
      inArray(
        draftSources.sourceId,
        met.map(({ id }) => id),
      ),
    );
  if (written.length === 0) return [];
  const carried = new Map(met.map(({ id, isCarried }) => [id, isCarried]));
  const isCarried = new Map(written.map((one) => [one.draftId, carried.get(one.sourceId) ?? false]));
  const found = await readRecords(db, [...isCarried.keys()]);
  return found.map(({ draftId, ...record }, i) => ({
    ...record,
    ref: `e${i + 1}`,
    isCarried: isCarried.get(draftId) ?? false,
    isElsewhere: false,
  }));
}

/** The source itself, and the meetings of its series that all its readers see; those held before it are carried over. */
async function listKnown(db: Database | Tx, sourceId: string): Promise<{ id: string; isCarried: boolean }[]> {
  const { rows } = await db.execute<{ id: string; is_carried: boolean }>(sql`
    select known.id, known.id <> held.id and (known.held_on, known.created_at) <= (held.held_on, held.created_at) as is_carried
    from sources held join sources known on known.id = held.id
      or (known.series_id = held.series_id and known.workflow = held.workflow)
    where held.id = ${sourceId} and known.deleted_at is null and ${seenByAllOf("known", "held")}
    order by known.held_on desc, known.created_at desc limit ${MOST_MEETINGS}`);
  return rows.map((row) => ({ id: row.id, isCarried: row.is_carried }));
}

type Found = Omit<EarlierRecord, "ref" | "isCarried" | "isElsewhere"> & { draftId: string };

async function readRecords(db: Database | Tx, draftIds: string[]): Promise<Found[]> {
  // One after the other: a transaction asks one question at a time.
  const taken = await readActions(db, draftIds);
  const decided = await readDecisions(db, draftIds);
  return [...taken, ...decided, ...(await readQuestions(db, draftIds))];
}

async function readActions(db: Database | Tx, draftIds: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      id: actions.id,
      version: actions.version,
      draftId: actions.draftId,
      text: actions.text,
      personId: actions.ownerId,
      personName: sql<string | null>`coalesce(${users.name}, ${actions.ownerName})`,
      dueOn: actions.dueOn,
      state: actions.state,
    })
    .from(actions)
    .leftJoin(users, eq(users.id, actions.ownerId))
    .where(inArray(actions.draftId, draftIds))
    .orderBy(sql`${actions.state} <> 'open'`, dueOrLast(actions.dueOn), actions.id)
    .limit(MOST);
  return rows.map(({ state, ...row }) => ({ ...row, kind: "action", isOpen: state === "open" }));
}

async function readDecisions(db: Database | Tx, draftIds: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      id: decisions.id,
      version: decisions.version,
      draftId: decisions.draftId,
      text: decisions.text,
      personName: decisions.deciderName,
      supersededBy: decisions.supersededBy,
    })
    .from(decisions)
    .where(inArray(decisions.draftId, draftIds))
    .orderBy(desc(decisions.createdAt), desc(decisions.id))
    .limit(MOST);
  return rows.map(({ supersededBy, ...row }) => ({
    ...row,
    kind: "decision",
    personId: null,
    dueOn: null,
    isOpen: supersededBy === null,
  }));
}

async function readQuestions(db: Database | Tx, draftIds: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      id: questions.id,
      version: questions.version,
      draftId: questions.draftId,
      text: questions.text,
      personId: questions.deciderId,
      personName: questions.deciderName,
      state: questions.state,
    })
    .from(questions)
    .where(inArray(questions.draftId, draftIds))
    .orderBy(desc(questions.createdAt), desc(questions.id))
    .limit(MOST);
  return rows.map(({ state, ...row }) => ({
    ...row,
    kind: "question",
    dueOn: null,
    isOpen: state === "open",
  }));
}

import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { MentionedKind } from "#drizzle/schema/mentions";
import {
  actions,
  decisions,
  drafts,
  events,
  mentions,
  questions,
  revisions,
  users,
} from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { Detail, Statement } from "#lib/grounding/statement";

const TABLES = { action: actions, decision: decisions, question: questions };

/**
 * Before the records of a draft, or of some of its statements, go with its source: what another approved draft said again
 * goes on living there, in that one's words, with the people and the day it names, so that deleting one meeting takes
 * nothing that was agreed in another and leaves nothing that only it said.
 */
export async function rehomeRecords(tx: Tx, draftId: string, statementIds?: string[]): Promise<void> {
  for (const kind of ["action", "decision", "question"] as const)
    await rehome(tx, { draftId, statementIds }, kind);
}

type Going = { draftId: string; statementIds: string[] | undefined };

async function rehome(tx: Tx, { draftId, statementIds }: Going, kind: MentionedKind): Promise<void> {
  const table = TABLES[kind];
  const going = statementIds && inArray(table.statementId, statementIds);
  const made = tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.draftId, draftId), going));
  const said = await tx
    .select({
      recordId: mentions.recordId,
      draftId: mentions.draftId,
      statementId: mentions.statementId,
      statements: revisions.statements,
    })
    .from(mentions)
    .innerJoin(drafts, and(eq(drafts.id, mentions.draftId), eq(drafts.state, "approved")))
    .innerJoin(revisions, and(eq(revisions.draftId, drafts.id), eq(revisions.number, drafts.currentRevision)))
    .where(and(eq(mentions.as, "same"), inArray(mentions.recordId, made), ne(mentions.draftId, draftId)))
    .orderBy(desc(mentions.createdAt));
  const homes = new Map(said.toReversed().map((one) => [one.recordId, one]));
  for (const { recordId, statements, ...home } of homes.values()) {
    const said = statements.find(({ id }) => id === home.statementId);
    if (!said) continue;
    // Before the record is held: who is deactivated meanwhile is held first, and then what they own.
    await RETELL[kind](tx, recordId, said);
    await tx
      .update(table)
      .set({ ...home, text: said.text })
      .where(eq(table.id, recordId));
    await tx
      .delete(mentions)
      .where(and(eq(mentions.draftId, home.draftId), eq(mentions.statementId, home.statementId)));
  }
}

/** Each sets what the new home says. What people settled on the record's own page since is theirs, and stays. */
const RETELL = { action: retellAction, decision: retellDecision, question: retellQuestion };

async function retellAction(tx: Tx, id: string, { person, due }: Statement): Promise<void> {
  const settled = await listSettled(tx, id);
  if (settled.has("action.reassigned") && settled.has("action.redated")) return;
  await tx
    .update(actions)
    .set({
      ...(!settled.has("action.reassigned") && {
        ownerId: await activeOf(tx, person),
        ownerName: person?.name ?? null,
      }),
      ...(!settled.has("action.redated") && { dueOn: due?.on ?? null }),
    })
    .where(eq(actions.id, id));
}

async function retellDecision(tx: Tx, id: string, { person, details = [] }: Statement): Promise<void> {
  const textsOf = (kind: Detail["kind"]) =>
    details.flatMap((detail) => (detail.kind === kind && detail.kept ? [detail.text] : []));
  await tx
    .update(decisions)
    .set({ deciderName: person?.name ?? null, because: textsOf("because"), instead: textsOf("instead") })
    .where(eq(decisions.id, id));
}

async function retellQuestion(tx: Tx, id: string, { person }: Statement): Promise<void> {
  if ((await listSettled(tx, id)).has("question.handed_over")) return;
  await tx
    .update(questions)
    .set({ deciderId: await activeOf(tx, person), deciderName: person?.name ?? null })
    .where(eq(questions.id, id));
}

async function listSettled(tx: Tx, recordId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ kind: events.kind }).from(events).where(eq(events.subjectId, recordId));
  return new Set(rows.map(({ kind }) => kind));
}

/** Locked, as an approval does it: whoever left is named and gets nothing any more. */
async function activeOf(tx: Tx, person: Statement["person"]): Promise<string | null> {
  if (!person?.id) return null;
  const [active] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, person.id), isNull(users.deactivatedAt)))
    .for("share");
  return active?.id ?? null;
}

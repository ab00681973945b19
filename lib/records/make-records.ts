import { and, asc, inArray, isNull } from "drizzle-orm";
import { actions, decisions, documents, promises, questions, users } from "#drizzle/schema/schema";
import { confirmFromDraft } from "#lib/blockers/confirm-from-draft";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { giveNotices, type NoticeToGive } from "#lib/notices/give-notices";
import type { BlockerRecord, RecordToMake } from "#lib/workflows/define";

/** Adds what an approval leaves behind to the caller's transaction, and tells those who own an action of it. */
export async function makeRecords(
  ctx: Ctx,
  work: Work,
  draftId: string,
  toMake: RecordToMake[],
): Promise<void> {
  const active = await keepActive(work.tx, toMake.flatMap(personIn));
  const assigned: NoticeToGive[] = [];
  for (const record of toMake.map((one) => onlyTo(active, one))) {
    const actionId = await makeRecord(ctx, work.tx, draftId, record);
    if (actionId && record.kind === "action" && record.ownerId)
      assigned.push({ userId: record.ownerId, kind: "assigned", draftId, actionId });
  }
  await confirmFromDraft(ctx, work, draftId, toMake.filter(isBlocker));
  await giveNotices(ctx, work, assigned);
}

function isBlocker(record: RecordToMake): record is BlockerRecord {
  return record.kind === "blocker";
}

function personIn(record: RecordToMake): string[] {
  const id = idIn(record);
  return id ? [id] : [];
}

function idIn(record: RecordToMake): string | null {
  switch (record.kind) {
    case "action":
      return record.ownerId;
    case "promise":
      return record.promiserId;
    case "question":
      return record.deciderId;
    default:
      return null;
  }
}

// Locked until the approval is through: who is deactivated in the meantime then hands these over with the rest.
async function keepActive(tx: Tx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, ids), isNull(users.deactivatedAt)))
    .orderBy(asc(users.id))
    .for("share");
  return new Set(rows.map(({ id }) => id));
}

/** Whoever left since the draft was written is named, as it says, and owns, promises and decides nothing. */
function onlyTo(active: Set<string>, record: RecordToMake): RecordToMake {
  const id = idIn(record);
  if (!id || active.has(id)) return record;
  if (record.kind === "action") return { ...record, ownerId: null };
  if (record.kind === "promise") return { ...record, promiserId: null };
  if (record.kind === "question") return { ...record, deciderId: null };
  return record;
}

/** Returns the id of an action. */
async function makeRecord(
  ctx: Ctx,
  tx: Tx,
  draftId: string,
  record: RecordToMake,
): Promise<string | undefined> {
  const createdAt = ctx.now();
  const origin = { draftId, createdAt };
  switch (record.kind) {
    case "action": {
      const { kind: _, ...action } = record;
      const id = newId("act", createdAt);
      await tx.insert(actions).values({ id, ...origin, ...action, state: "open" });
      return id;
    }
    case "decision": {
      const { kind: _, ...decision } = record;
      await tx.insert(decisions).values({ id: newId("dec", createdAt), ...origin, ...decision });
      return;
    }
    case "promise": {
      const { kind: _, ...promise } = record;
      await tx.insert(promises).values({ id: newId("prm", createdAt), ...origin, ...promise });
      return;
    }
    case "question": {
      const { kind: _, ...question } = record;
      await tx
        .insert(questions)
        .values({ id: newId("qst", createdAt), ...origin, ...question, state: "open" });
      return;
    }
    case "document": {
      const { kind: _, ...document } = record;
      await tx.insert(documents).values({ id: newId("doc", createdAt), ...origin, ...document });
      return;
    }
  }
}

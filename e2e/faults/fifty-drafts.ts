import { and, asc, eq, gte } from "drizzle-orm";
import { expect } from "vitest";
import { actions, drafts, reviews, statements } from "#drizzle/schema/schema";
import type { Reply } from "#e2e/faults/crowds";
import { ctxFor } from "#e2e/support/cast";
import { notesOf, storeNotes } from "#e2e/support/drafts";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";
import type { Runtime } from "#lib/runtime/runtime";

export const DRAFTS = 50;
export const PAST = { approve: "approved", edit: "changed", reject: "rejected" } as const;

/** Drafts of Ada's that everybody sees, each with the id of its first statement. */
export async function makeDrafts(runtime: Runtime, about = "one by one"): Promise<Map<string, string>> {
  const begun = runtime.now();
  const as = () => ctxFor(runtime.store, "ada", runtime);
  for (let n = 0; n < DRAFTS; n++) {
    const text = `${notesOf(`${about.replaceAll(" ", "")}${n}`)}\nMeeting ${n}, ${about}.`;
    const { runId } = await storeNotes({ as }, { text });
    await performRun(runtime, () => rulesWriter, runId as string);
  }
  const rows = await runtime.store.raw
    .select({ draftId: statements.draftId, id: statements.id })
    .from(statements)
    .innerJoin(drafts, eq(drafts.id, statements.draftId))
    .where(and(eq(statements.position, 0), gte(drafts.createdAt, begun)))
    .orderBy(asc(statements.draftId));
  return new Map(rows.map(({ draftId, id }) => [draftId, id]));
}

type Steps = { decisions: string[]; state: string; revision: number; records: number };

/** What was decided about a draft, in order, and what it is now. */
export async function stepsOf({ store }: Runtime, draftId: string): Promise<Steps> {
  const taken = await store.raw
    .select({ decision: reviews.decision })
    .from(reviews)
    .where(eq(reviews.draftId, draftId))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
  const [draft] = await store.raw.select().from(drafts).where(eq(drafts.id, draftId));
  return {
    decisions: taken.map(({ decision }) => decision),
    state: draft?.state ?? "gone",
    revision: draft?.currentRevision ?? 0,
    records: await store.raw.$count(actions, eq(actions.draftId, draftId)),
  };
}

const MADE = { approve: "approved", reject: "rejected", edit: "edited", undo: "undone" } as const;

/** Checks that those who were let through made exactly these steps, that each could follow the one before, and the end. */
export function expectOneWay(replies: Reply[], { decisions, state, revision, records }: Steps): void {
  const through = replies.filter(({ ok }) => ok).map(({ act }) => MADE[act as "approve"]);
  expect(through.toSorted()).toEqual(decisions.toSorted());
  expect(through).not.toEqual([]);
  let now = "pending";
  for (const decision of decisions) {
    expect([decision, now === "pending"]).toEqual([decision, decision !== "undone"]);
    now = decision === "undone" || decision === "edited" ? "pending" : decision;
  }
  expect(state).toBe(now);
  // Everybody had seen the first revision: after an edit nothing else fits.
  expect(decisions.indexOf("edited")).toBe(revision === 2 ? decisions.length - 1 : -1);
  expect(records > 0).toBe(state === "approved");
}

/** Checks that one person was let through for each draft, and that the others were told who. Returns who, by draft. */
export function expectOneEach(replies: Reply[], past: (won: Reply) => string): Map<string, Reply> {
  const winners = new Map<string, Reply>();
  for (const [draftId, about] of Map.groupBy(replies, (reply) => reply.draftId as string)) {
    const [won, ...more] = about.filter(({ ok }) => ok);
    if (!won) throw new Error(`Nobody was let through for ${draftId}.`);
    expect(more).toEqual([]);
    const message = `${won.by.name} ${past(won)} this draft before you.`;
    for (const lost of about.filter((reply) => reply !== won))
      expect(lost).toMatchObject({ ok: false, code: "conflict", message });
    winners.set(draftId, won);
  }
  return winners;
}

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { actions, decisions, documents, drafts, questions, reviews } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { countOf } from "#e2e/support/count";
import { NOTES, stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { completeAction } from "#lib/actions/complete-action";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { decidableDrafts, listQueue } from "#lib/drafts/queue-queries";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";

let stage: Stage;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  ({ draftId } = await stageDraft(stage));
});

const seen = (revision = 1) => ({ draftId, revision });
const stored = async () => (await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId)))[0];
const firstAction = async () => {
  const draft = await getDeskDraft(stage.as("ada"), draftId);
  const action = draft.statements.find((statement) => statement.section === "actions");
  if (!action) throw new Error("The draft has no action.");
  return action;
};

describe("a draft from the rules", () => {
  it("carries decisions, owned and dated actions, and evidence that stands in the source", async () => {
    const draft = await getDeskDraft(stage.as("ada"), draftId);
    const action = await firstAction();
    expect(action).toMatchObject({
      person: { id: CAST.dana.id, basis: "stated" },
      due: { on: "2026-11-25", basis: "stated" },
      kept: true,
      trace: "stated",
    });
    for (const place of draft.evidence) {
      expect(NOTES.slice(place.start, place.end).length).toBeGreaterThan(5);
      expect(place.end).toBeLessThanOrEqual(NOTES.length);
    }
    const quoted = new Set(draft.evidence.map((place) => place.statementId));
    for (const statement of draft.statements)
      expect(quoted.has(statement.id)).toBe(statement.trace !== "untraced");
    expect(draft.sources[0]?.unmatched.length).toBeGreaterThan(0);
    expect(draft.run).toMatchObject({ writer: "rules", costMicros: "0" });
  });

  it("waits in the queue of those who see it, and counts for those who may decide", async () => {
    expect((await listQueue(stage.as("hugo"))).rows.map((row) => row.id)).toEqual([draftId]);
    expect(await countOf(stage.as("hugo"), decidableDrafts)).toBe(0);
    expect(await countOf(stage.as("bo"), decidableDrafts)).toBe(1);
    expect(await countOf(stage.as("ines"), decidableDrafts)).toBe(1);
  });
});

describe("approving", () => {
  it("makes records from what is kept, with the review and the event", async () => {
    await approveDraft(stage.as("ada"), seen());
    expect(await stored()).toMatchObject({ state: "approved", decidedBy: CAST.ada.id });
    const made = await stage.store.raw.select().from(actions).where(eq(actions.draftId, draftId));
    expect(made).toHaveLength(2);
    expect(made.find((action) => action.ownerId === CAST.dana.id)).toMatchObject({
      dueOn: "2026-11-25",
      state: "open",
    });
    expect(await stage.store.raw.select().from(decisions)).toHaveLength(1);
    expect(await stage.store.raw.select().from(questions)).toHaveLength(1);
    const [document] = await stage.store.raw.select().from(documents);
    expect(document?.markdown).toContain("4 December");
    const { records } = await getDeskDraft(stage.as("ada"), draftId);
    expect(records.map(({ kind }) => kind).sort()).toEqual([
      "action",
      "action",
      "decision",
      "document",
      "question",
    ]);
    expect(records).toContainEqual({ kind: "action", id: made[0]?.id, statementId: made[0]?.statementId });
    expect(records).toContainEqual({ kind: "document", id: document?.id, statementId: null });
    expect(await kindsOf(stage.store, draftId)).toEqual(["draft.proposed", "draft.approved"]);
    expect(await stage.store.raw.select().from(reviews)).toMatchObject([
      { decision: "approved", revision: 1 },
    ]);
  });

  it("leaves declined statements out", async () => {
    const action = await firstAction();
    await editDraft(stage.as("ada"), { ...seen(), changes: [{ statementId: action.id, kept: false }] });
    await approveDraft(stage.as("ada"), seen(2));
    const made = await stage.store.raw.select().from(actions);
    expect(made.map((row) => row.statementId)).not.toContain(action.id);
    expect(made).toHaveLength(1);
  });

  it("is refused to a viewer and, without a word of its content, to who may not see the source", async () => {
    await expect(approveDraft(stage.as("hugo"), seen())).rejects.toMatchObject({ code: "forbidden" });
    const hidden = await stageDraft(stage, { visibility: "private", text: `${NOTES}x` });
    const foreign = { draftId: hidden.draftId, revision: 1 };
    await expect(approveDraft(stage.as("ines"), foreign)).rejects.toMatchObject({ code: "not_found" });
    expect(await stored()).toMatchObject({ state: "pending" });
  });

  it("has one winner of a race; the loser is told who was faster, and nothing is made twice", async () => {
    const answers = await Promise.allSettled([
      approveDraft(stage.as("ada"), seen()),
      approveDraft(stage.as("bo"), seen()),
      rejectDraft(stage.as("dana"), { ...seen(), reason: "Other" }),
    ]);
    const lost = answers.filter((answer) => answer.status === "rejected");
    expect(lost).toHaveLength(2);
    const winner = (await stored())?.decidedBy;
    const name = Object.values(CAST).find((person) => person.id === winner)?.name;
    for (const { reason } of lost)
      expect(reason).toMatchObject({ code: "conflict", detail: { conflict: { by: name } } });
    const made = await stage.store.raw.select().from(decisions);
    expect(made.length).toBe((await stored())?.state === "approved" ? 1 : 0);
  });

  it("does not count for a revision that was not seen", async () => {
    const action = await firstAction();
    await editDraft(stage.as("bo"), {
      ...seen(),
      changes: [{ statementId: action.id, text: "Run it on Hollis" }],
    });
    const late = approveDraft(stage.as("ada"), seen(1));
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      detail: { conflict: { by: CAST.bo.name, what: "edited", revision: 2 } },
    });
  });
});

describe("taking a decision back", () => {
  it("lets the draft wait again and removes what nobody has touched", async () => {
    await approveDraft(stage.as("bo"), seen());
    await reopenDraft(stage.as("bo"), { draftId });
    expect(await stored()).toMatchObject({ state: "pending", decidedBy: null });
    for (const table of [actions, decisions, questions, documents]) {
      expect(await stage.store.raw.select({ id: table.id }).from(table)).toEqual([]);
    }
    expect(await kindsOf(stage.store, draftId)).toContain("draft.reopened");
    await approveDraft(stage.as("ada"), seen());
    expect(await stage.store.raw.select().from(actions)).toHaveLength(2);
  });

  it("is refused the second time, with who was faster", async () => {
    await approveDraft(stage.as("bo"), seen());
    await reopenDraft(stage.as("ada"), { draftId });
    await expect(reopenDraft(stage.as("bo"), { draftId })).rejects.toMatchObject({
      code: "conflict",
      message: "Ada Lindqvist reopened this draft before you.",
    });
    const { draftId: fresh } = await stageDraft(stage, { text: `${NOTES}fresh` });
    await expect(reopenDraft(stage.as("bo"), { draftId: fresh })).rejects.toThrow(
      "This draft waits for a decision already.",
    );
  });

  it("is refused once a record was worked with, and to others", async () => {
    await approveDraft(stage.as("bo"), seen());
    await expect(reopenDraft(stage.as("dana"), { draftId })).rejects.toMatchObject({ code: "forbidden" });
    const [action] = await stage.store.raw.select().from(actions).where(eq(actions.ownerId, CAST.bo.id));
    await completeAction(stage.as("bo"), { actionId: action?.id ?? "", version: 1 });
    await expect(reopenDraft(stage.as("bo"), { draftId })).rejects.toMatchObject({ code: "conflict" });
    expect(await stored()).toMatchObject({ state: "approved" });
  });
});

describe("rejecting", () => {
  it("keeps the reason, makes nothing, and can be taken back", async () => {
    await expect(rejectDraft(stage.as("ada"), { ...seen(), reason: " " })).rejects.toThrow("Say why");
    await rejectDraft(stage.as("ada"), { ...seen(), reason: "Too much is wrong" });
    expect(await stored()).toMatchObject({ state: "rejected" });
    expect(await stage.store.raw.select().from(reviews)).toMatchObject([
      { decision: "rejected", reason: "Too much is wrong" },
    ]);
    expect(await stage.store.raw.select().from(actions)).toEqual([]);
    await reopenDraft(stage.as("ada"), { draftId });
    expect(await kindsOf(stage.store, draftId)).toEqual([
      "draft.proposed",
      "draft.rejected",
      "draft.reopened",
    ]);
  });

  it("is refused to a viewer", async () => {
    await expect(rejectDraft(stage.as("hugo"), { ...seen(), reason: "Other" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

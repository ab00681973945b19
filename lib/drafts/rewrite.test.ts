import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { drafts, runs } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { loserOf } from "#e2e/support/race";
import { deskOf } from "#e2e/support/rewriting";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { undoEdit } from "#lib/drafts/undo-edit";
import { rulesWriter } from "#lib/llm/rules-writer";
import { cancelRun } from "#lib/runs/cancel-run";
import { performRun } from "#lib/runs/perform-run";
import { retryRun } from "#lib/runs/retry-run";
import { rewriteDraft } from "#lib/runs/rewrite-draft";

let stage: Stage;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  ({ draftId } = await stageDraft(stage));
});
const { desk, idOf, rewrite } = deskOf(() => ({ stage, draftId }));

describe("writing again", () => {
  it("says before what the whole and one statement may cost, where a model writes", async () => {
    expect((await desk()).rewriteCost).toBeNull();
    const ctx = stage.as("ada");
    const claude = {
      ...ctx,
      llm: { ...ctx.llm, writer: "claude", model: "claude-sonnet-5-5", local: false },
    } as const;
    expect((await getDeskDraft(claude, draftId)).rewriteCost).toEqual({
      draft: expect.stringMatching(/^Writing the draft again will cost (about|less than) \$/),
      statement: expect.stringMatching(/^Writing the statement again will cost (about|less than) \$/),
    });
  });

  it("does not count as edited, and an edit that was undone does not either", async () => {
    await rewrite(1);
    const edited = async () =>
      (await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId)))[0]?.edited;
    expect(await edited()).toBe(false);
    const tell = await idOf("pilot customer");
    await editDraft(stage.as("ada"), {
      draftId,
      revision: 2,
      changes: [{ statementId: tell, text: "Ring them" }],
    });
    expect(await edited()).toBe(true);
    await undoEdit(stage.as("ada"), { draftId, revision: 3 });
    expect(await edited()).toBe(false);
  });

  it("keeps what people change while it goes on", async () => {
    const { runId } = await rewriteDraft(stage.as("ada"), { draftId, revision: 1 });
    const tell = await idOf("pilot customer");
    const changes = [{ statementId: tell, text: "Ring them", kept: false }];
    await editDraft(stage.as("bo"), { draftId, revision: 1, changes });
    await performRun(stage.system, () => rulesWriter, runId);
    const { revision, statements } = await desk();
    expect(revision).toBe(3);
    expect(statements.find(({ id }) => id === tell)).toMatchObject({ text: "Ring them", kept: false });
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
  });

  it("is taken up again where it was stopped", async () => {
    const { runId } = await rewriteDraft(stage.as("ada"), { draftId, revision: 1 });
    await cancelRun(stage.as("ada"), { runId });
    expect(await desk()).toMatchObject({ revision: 1, writing: null });
    await retryRun(stage.as("ada"), { runId });
    await performRun(stage.system, () => rulesWriter, runId);
    expect(await desk()).toMatchObject({ revision: 2, state: "pending" });
  });

  it("loses or wins against an approval as a whole", async () => {
    const { runId } = await rewriteDraft(stage.as("ada"), { draftId, revision: 1 });
    const [approval] = await Promise.allSettled([
      approveDraft(stage.as("bo"), { draftId, revision: 1 }),
      performRun(stage.system, () => rulesWriter, runId),
    ]);
    const { state, revision } = await desk();
    const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
    const approved = approval.status === "fulfilled";
    expect([state, revision, run?.state]).toEqual(
      approved ? ["approved", 1, "cancelled"] : ["pending", 2, "done"],
    );
  });

  it("leaves a draft alone that was decided meanwhile, and says so", async () => {
    const { runId } = await rewriteDraft(stage.as("ada"), { draftId, revision: 1 });
    await approveDraft(stage.as("bo"), { draftId, revision: 1 });
    await performRun(stage.system, () => rulesWriter, runId);
    const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
    expect(run).toMatchObject({ state: "cancelled", draftId: null, error: { kind: "decided" } });
    expect(run?.error?.sentence).toContain("approved while it was being written again");
    expect(await desk()).toMatchObject({ state: "approved", revision: 1 });
  });

  it("is refused to who may not decide, while a run goes on, on an older revision, and with words the rules can’t follow", async () => {
    const ask = { draftId, revision: 1 };
    await expect(rewriteDraft(stage.as("hugo"), ask)).rejects.toMatchObject({ code: "forbidden" });
    await expect(rewriteDraft(stage.as("ada"), { ...ask, instruction: "Shorter" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(rewriteDraft(stage.as("ada"), { ...ask, revision: 2 })).rejects.toMatchObject({
      code: "conflict",
    });
    const lost = await loserOf(
      { ctx: stage.as("ada"), act: (ctx) => rewriteDraft(ctx, ask) },
      { ctx: stage.as("bo"), act: (ctx) => rewriteDraft(ctx, ask) },
    );
    expect(lost).toMatchObject({ code: "conflict" });
    expect((await desk()).writing).toMatchObject({ state: "queued", statementId: null });
  });
});

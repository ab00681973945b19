import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, revisions } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { loserOf } from "#e2e/support/race";
import { approveDraft } from "#lib/drafts/approve-draft";
import { doubtfulOf, MOST_IN_BATCH, whyNotInBatch } from "#lib/drafts/batch";
import { listBatch } from "#lib/drafts/batch-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { ApproveBatch } from "#lib/drafts/schema";
import { takeHold } from "#lib/drafts/take-hold";

let stage: Stage;
let told = 0;
beforeEach(async () => {
  stage = await setStage();
});

async function draftOf(
  words = "ACTION: Bo to call the pilot customer",
  visibility: "open" | "private" = "open",
) {
  told += 1;
  return (await stageDraft(stage, { visibility, text: `Meeting ${told}\nAttendees: Ada, Bo\n${words}\n` }))
    .draftId;
}

const together = (looked: string[] = []) => ({ id: "bat_one", looked });

describe("a batch", () => {
  it("shows every draft in full, in the order asked for, and leaves out what is not for its reader", async () => {
    const [first, second] = [await draftOf(), await draftOf("DECISION: Ship 4.3 on Friday")];
    const hidden = await draftOf("ACTION: Bo to rest", "private");
    await editDraft(stage.as("bo"), {
      draftId: second,
      revision: 1,
      changes: [{ statementId: "d1", text: "Ship 4.3 on Monday" }],
    });
    const drafts = await listBatch(stage.as("bo"), [second, hidden, first, first, "drf_gone"]);
    expect(drafts.map(({ id }) => id)).toEqual([second, first]);
    expect(drafts[0]).toMatchObject({ revision: 2, editedBy: ["Bo Tran"], mayReview: { yes: true } });
    expect(drafts[0]?.statements.map(({ text }) => text)).toContain("Ship 4.3 on Monday");
    expect(drafts[0]?.proposed.map(({ text }) => text)).not.toContain("Ship 4.3 on Monday");
    expect(drafts[1]?.quotes.a1?.[0]?.quoted).toContain("call the pilot customer");
  });

  it("holds only so many", async () => {
    const many = Array.from({ length: MOST_IN_BATCH + 1 }, (_, at) => `drf_${at}`);
    await expect(listBatch(stage.as("ada"), many)).rejects.toThrow("at most 20");
    const seen = many.map((draftId) => ({
      draftId,
      revision: 1,
      looked: [],
      reading: { activeMs: 1, shown: [] },
    }));
    expect(() => ApproveBatch.parse(seen)).toThrow("at most 20");
  });

  it("tells why a draft can’t be approved in it", async () => {
    const draftId = await draftOf();
    const [forHugo] = await listBatch(stage.as("hugo"), [draftId]);
    expect(forHugo && whyNotInBatch(forHugo)).toContain("may decide");
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    const [decided] = await listBatch(stage.as("ada"), [draftId]);
    expect(decided && whyNotInBatch(decided)).toBe("It was approved already.");
  });
});

describe("a draft of a batch that is held", () => {
  it("is left out for everybody but its holder, and so is one whose source was corrected", async () => {
    const draftId = await draftOf();
    await takeHold(stage.as("bo"), { draftId });
    const [forAda] = await listBatch(stage.as("ada"), [draftId]);
    expect(forAda && whyNotInBatch(forAda)).toBe("Bo Tran is reading it now.");
    const [forBo] = await listBatch(stage.as("bo"), [draftId]);
    expect(forBo && whyNotInBatch(forBo)).toBeNull();
    expect(forBo && whyNotInBatch({ ...forBo, stale: true })).toContain("corrected");
    const late = approveDraft(stage.as("ada"), { draftId, revision: 1, batch: together() });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("approving in a batch", () => {
  it("is told by its event", async () => {
    const draftId = await draftOf();
    await approveDraft(stage.as("ada"), { draftId, revision: 1, batch: together() });
    const kept = await stage.store.raw.select().from(events);
    expect(kept.find(({ kind }) => kind === "draft.approved")).toMatchObject({ data: { batch: "bat_one" } });
  });

  it("refuses what holds a statement in doubt until it was looked at, and changes nothing then", async () => {
    const draftId = await draftOf();
    const [traced] = await listBatch(stage.as("ada"), [draftId]);
    const statements = (traced?.statements ?? []).map((one) => ({ ...one, trace: "untraced" as const }));
    await stage.store.raw.update(revisions).set({ statements }).where(eq(revisions.draftId, draftId));
    const [draft] = await listBatch(stage.as("ada"), [draftId]);
    const doubts = doubtfulOf(draft?.statements ?? []).map(({ id }) => id);
    expect(doubts).not.toEqual([]);
    const blind = approveDraft(stage.as("ada"), { draftId, revision: 1, batch: together() });
    await expect(blind).rejects.toMatchObject({ code: "invalid" });
    expect((await listBatch(stage.as("ada"), [draftId]))[0]?.state).toBe("pending");
    await approveDraft(stage.as("ada"), { draftId, revision: 1, batch: together(doubts) });
    expect((await listBatch(stage.as("ada"), [draftId]))[0]?.state).toBe("approved");
  });

  it("loses a race like any other approval, and not for a revision that was not shown", async () => {
    const draftId = await draftOf();
    const input = { draftId, revision: 1, batch: together() };
    const loser = await loserOf(
      { ctx: stage.as("ada"), act: (ctx) => approveDraft(ctx, input) },
      { ctx: stage.as("bo"), act: (ctx) => approveDraft(ctx, input) },
    );
    expect(loser).toMatchObject({ code: "conflict" });
    const other = await draftOf();
    await editDraft(stage.as("bo"), {
      draftId: other,
      revision: 1,
      changes: [{ statementId: "a1", kept: false }],
    });
    await expect(
      approveDraft(stage.as("ada"), { draftId: other, revision: 1, batch: together() }),
    ).rejects.toMatchObject({ code: "conflict", detail: { conflict: { what: "edited", revision: 2 } } });
  });
});

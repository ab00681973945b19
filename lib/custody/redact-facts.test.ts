import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { drafts, sourceVersions, standupDays } from "#drizzle/schema/schema";
import { stageBrief, writeBrief } from "#e2e/support/briefs";
import { type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { everythingKept } from "#e2e/support/everything-kept";
import { post, stageStandup, writeDigest } from "#e2e/support/standups";
import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { listBlockers } from "#lib/blockers/queries";
import { deleteSource } from "#lib/custody/delete-source";
import { redactSource } from "#lib/custody/redact-source";
import { shareSource } from "#lib/custody/share-source";
import { approveDraft } from "#lib/drafts/approve-draft";

const HOUR = 3_600_000;
let stage: Stage;
beforeEach(async () => {
  // Friday, nine in the morning; the digest is due at ten.
  stage = await setStage();
  await stageStandup(stage);
});

/** What Dana wrote on Friday went on in the facts of Monday, and in its digest. */
async function twoDays(also?: CastKey) {
  if (also) await post(stage, also, "Today: call Quillfeather about the lease");
  const first = await post(
    stage,
    "dana",
    "Today: call Quillfeather about the lease\nBlockers: waiting on Ostrander for the permit",
  );
  stage.clock.advance(HOUR);
  await writeDigest(stage);
  const { rows } = await listBlockers(stage.as("dana"), {});
  for (const { id, version } of rows) await confirmBlocker(stage.as("dana"), { blockerId: id, version });
  stage.clock.advance(71 * HOUR);
  if (also) await post(stage, also, "Yesterday: reviews");
  await post(stage, "dana", "Yesterday: fixed the importer\nToday: write tests");
  stage.clock.advance(2 * HOUR);
  const { draftId } = await writeDigest(stage);
  return { sourceId: first.sourceId, draftId };
}

async function factsOfMonday(): Promise<string> {
  const [row] = await stage.store.raw
    .select({ text: sourceVersions.text })
    .from(standupDays)
    .innerJoin(sourceVersions, eq(sourceVersions.sourceId, standupDays.sourceId))
    .where(eq(standupDays.day, "2026-11-23"))
    .orderBy(desc(sourceVersions.version));
  return row?.text ?? "";
}

const draftNow = async (id: string) =>
  (await stage.store.raw.select().from(drafts).where(eq(drafts.id, id)))[0];

describe("words of an update that code copied into later stand-ups", () => {
  it("are there before, so that these tests can fail", async () => {
    await twoDays();
    expect(await factsOfMonday()).toContain("Dana Weiss said they would: call Quillfeather about the lease");
    expect(await factsOfMonday()).toMatch(/Open blocker of Dana Weiss .*Ostrander/);
  });

  it("go with a redaction, from the facts and from a digest that waits, which is looked at again", async () => {
    const { sourceId, draftId } = await twoDays();
    for (const words of ["Quillfeather", "Ostrander"])
      await redactSource(stage.as("dana"), { sourceId, words, points: "keep" });
    expect(await everythingKept(stage.store)).not.toMatch(/Quillfeather|Ostrander/);
    expect(await factsOfMonday()).toContain("Dana Weiss said they would: call █");
    const draft = await draftNow(draftId);
    expect(draft?.currentRevision).toBeGreaterThan(1);
    await expect(approveDraft(stage.as("dana"), { draftId, revision: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("go with the update, also from a digest that was approved, which stays", async () => {
    const { sourceId, draftId } = await twoDays();
    await approveDraft(stage.as("dana"), { draftId, revision: 1 });
    await deleteSource(stage.as("dana"), { sourceId, records: "drop" });
    expect(await everythingKept(stage.store)).not.toMatch(/Quillfeather|Ostrander/);
    expect(await draftNow(draftId)).toMatchObject({ state: "approved" });
    expect(await factsOfMonday()).toContain("Wrote: Dana Weiss");
  });

  it("go when its time is over, without anybody’s name to it", async () => {
    const { sourceId } = await twoDays();
    await deleteSource(stage.system, { sourceId, records: "drop" });
    expect(await everythingKept(stage.store)).not.toMatch(/Quillfeather|Ostrander/);
  });

  it("go where fewer people see the update than the facts", async () => {
    const { sourceId } = await twoDays();
    await shareSource(stage.as("dana"), { sourceId, visibility: "private" });
    expect(await factsOfMonday()).not.toMatch(/Quillfeather|Ostrander/);
  });

  it("go from what a leader was told of the week, and from their brief", async () => {
    await stageBrief(stage);
    const { sourceId } = await post(stage, "dana", "Blockers: waiting on Ostrander for the permit");
    stage.clock.advance(HOUR);
    const brief = await writeBrief(stage);
    expect(await everythingKept(stage.store)).toMatch(/has been blocked[^"]*Ostrander/);
    await approveDraft(stage.as("ada"), { draftId: brief, revision: 1 });
    await deleteSource(stage.as("dana"), { sourceId, records: "drop" });
    expect(await everythingKept(stage.store)).not.toContain("Ostrander");
  });

  it("stay where somebody else planned the same", async () => {
    const { sourceId } = await twoDays("chidi");
    await deleteSource(stage.as("dana"), { sourceId, records: "drop" });
    expect(await factsOfMonday()).toContain(
      "Chidi Okafor said they would: call Quillfeather about the lease",
    );
    expect(await factsOfMonday()).not.toContain("Dana Weiss said they would: call");
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { documents, revisions } from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { meetTwice, WEEKLY } from "#e2e/support/series";
import { HIDDEN_ACTION } from "#lib/custody/hide-carried";
import { shareSource } from "#lib/custody/share-source";
import { approveDraft } from "#lib/drafts/approve-draft";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { removeMember } from "#lib/teams/remove-member";

const WORDS = "the Hollis set";
const NOTHING_NEW = { text: "Release 4.3 planning\n\nNothing new.\n" };
const AGAIN = { text: "Release 4.3 planning\n\nNothing at all.\n", series: WEEKLY, heldOn: "2026-11-28" };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const approve = (draftId: string, revision = 1) => approveDraft(stage.as("ada"), { draftId, revision });

/** What is kept of the later meeting, in every revision and on its page. */
async function keptOf(draftId: string): Promise<string> {
  const { raw } = stage.store;
  return JSON.stringify([
    await raw.select().from(revisions).where(eq(revisions.draftId, draftId)),
    await raw.select().from(documents).where(eq(documents.draftId, draftId)),
  ]);
}

describe("what a later meeting carries from one that is shared with fewer", () => {
  const close = (sourceId: string) => shareSource(stage.as("ada"), { sourceId, visibility: "private" });

  it("goes from its minutes, where not everybody who reads them sees it any more", async () => {
    const { first, next } = await meetTwice(stage, NOTHING_NEW);
    await approve(next.draftId);
    expect(await keptOf(next.draftId)).toContain(WORDS);
    await close(first.sourceId);
    const kept = await keptOf(next.draftId);
    expect(kept).toContain(HIDDEN_ACTION);
    for (const word of ["Hollis", "pilot customer"]) expect(kept).not.toContain(word);
    expect(await kindsOf(stage.store, next.draftId)).toContain("draft.redacted");
  });

  it("is looked at again in a draft that waits", async () => {
    const { first, next } = await meetTwice(stage, NOTHING_NEW);
    await close(first.sourceId);
    expect(await keptOf(next.draftId)).not.toContain("Hollis");
    await expect(approve(next.draftId)).rejects.toMatchObject({ code: "conflict" });
    await approve(next.draftId, 2);
    expect(await keptOf(next.draftId)).not.toContain("Hollis");
  });

  it("stays where whoever reads it still sees both", async () => {
    const { first, next } = await meetTwice(stage, { ...NOTHING_NEW, visibility: "private" });
    await close(first.sourceId);
    expect(await keptOf(next.draftId)).toContain(WORDS);
  });

  it("keeps nobody from sharing the later one, once it is gone", async () => {
    const first = await stageDraft(stage, { series: WEEKLY });
    await approve(first.draftId);
    const { sourceId, draftId } = await stageDraft(stage, { ...AGAIN, visibility: "attendees" });
    expect(await keptOf(draftId)).toContain(WORDS);
    await close(first.sourceId);
    await shareSource(stage.as("ada"), { sourceId, visibility: "open" });
    expect(await keptOf(draftId)).not.toContain("Hollis");
  });

  it("goes where somebody takes a meeting over who does not see it", async () => {
    const hidden = { series: WEEKLY, attendees: ["Bo"] };
    const first = await stageDraft(stage, { ...hidden, visibility: "attendees" });
    await approve(first.draftId);
    const next = await stageDraft(stage, { ...hidden, ...AGAIN, by: "bo", visibility: "private" });
    expect(await keptOf(next.draftId)).toContain(WORDS);
    await deactivatePerson(stage.as("ines"), {
      userId: CAST.bo.id,
      takeOver: { privateSources: CAST.chidi.id },
    });
    const kept = await keptOf(next.draftId);
    expect(kept).toContain(HIDDEN_ACTION);
    expect(kept).not.toContain("Hollis");
  });

  it("goes where somebody leaves the team that sees it", async () => {
    const first = await stageDraft(stage, {
      series: WEEKLY,
      by: "dana",
      visibility: "team",
      teamId: ENGINEERING.id,
    });
    await approveDraft(stage.as("dana"), { draftId: first.draftId, revision: 1 });
    const next = await stageDraft(stage, {
      ...AGAIN,
      by: "dana",
      visibility: "attendees",
      attendees: ["Chidi"],
    });
    expect(await keptOf(next.draftId)).toContain(WORDS);
    await removeMember(stage.as("dana"), { teamId: ENGINEERING.id, userId: CAST.chidi.id });
    const kept = await keptOf(next.draftId);
    expect(kept).toContain(HIDDEN_ACTION);
    expect(kept).not.toContain("Hollis");
  });

  it("stays where who takes it over sees both", async () => {
    const hidden = { series: WEEKLY, attendees: ["Bo", "Chidi"] };
    const first = await stageDraft(stage, { ...hidden, visibility: "attendees" });
    await approve(first.draftId);
    const next = await stageDraft(stage, { ...hidden, ...AGAIN, by: "bo", visibility: "private" });
    await deactivatePerson(stage.as("ines"), {
      userId: CAST.bo.id,
      takeOver: { privateSources: CAST.chidi.id },
    });
    expect(await keptOf(next.draftId)).toContain(WORDS);
  });
});

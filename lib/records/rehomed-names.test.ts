import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { actions } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { meetTwice } from "#e2e/support/series";
import { reassignAction } from "#lib/actions/reassign-action";
import { deleteSource } from "#lib/custody/delete-source";
import { approveDraft } from "#lib/drafts/approve-draft";
import { listEvents } from "#lib/log/queries";
import { listNotices } from "#lib/notices/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

/** An open meeting is deleted; what a private one said again lives on there, in that one's words. */
async function rehomed() {
  const text = "Attendees: Ada\n\nACTION: Bo to tell the pilot customer Hollis that format 3 stays\n";
  const { first, next } = await meetTwice(stage, { text, visibility: "private" });
  const [told] = await stage.store.raw.select().from(actions).where(eq(actions.ownerId, "usr_bo"));
  await reassignAction(stage.as("ada"), { actionId: told?.id ?? "", version: 1, ownerId: "usr_dana" });
  await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
  await deleteSource(stage.as("ada"), { sourceId: first.sourceId, records: "drop" });
  const [now] = await stage.store.raw.select().from(actions);
  expect(now).toMatchObject({ id: told?.id, draftId: next.draftId, text: expect.stringContaining("Hollis") });
}

it("tells the words of a private meeting to nobody who was told of the one before it", async () => {
  await rehomed();
  const { rows: told } = await listNotices(stage.as("bo"), {});
  const { rows: logged } = await listEvents(stage.as("bo"), {});
  expect(logged.map(({ kind }) => kind)).toContain("action.reassigned");
  expect(JSON.stringify([told, logged])).not.toContain("Hollis");
  const { rows: own } = await listNotices(stage.as("dana"), {});
  expect(JSON.stringify(own)).toContain("Hollis");
});

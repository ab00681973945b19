import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { actions } from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { meetTwice } from "#e2e/support/series";
import { reopenAction } from "#lib/actions/reopen-action";
import { shareSource } from "#lib/custody/share-source";
import { approveDraft } from "#lib/drafts/approve-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";

it("says that an earlier record was worked with, in its words to those alone who see it", async () => {
  const stage = await setStage();
  const { first, next } = await meetTwice(stage);
  await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
  const [done] = await stage.store.raw.select().from(actions).where(eq(actions.state, "done"));
  await reopenAction(stage.as("ada"), { actionId: done?.id ?? "", version: done?.version ?? 0 });
  const { sourceId } = first;
  await shareSource(stage.as("ada"), { sourceId, visibility: "private", teamId: null });
  const told = async (key: "ada" | "ines") =>
    String(
      await reopenDraft(stage.as(key), { draftId: next.draftId }).catch((error: Error) => error.message),
    );
  expect(await told("ada")).toContain("the earlier action “Run the two-pass merge on the Hollis set”");
  expect(await told("ines")).toContain("an earlier action that is not shared with you");
  expect(await told("ines")).not.toContain("merge");
});

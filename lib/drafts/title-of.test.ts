import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { drafts } from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { editDraft } from "#lib/drafts/edit-draft";
import { getRevision } from "#lib/drafts/revision-queries";

it("calls a mail by its subject, and by the one that is chosen later", async () => {
  const stage = await setStage();
  const { draftId } = await stageFollowUp(stage, await stageLead(stage));
  const title = async () =>
    (await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId)))[0]?.title;
  const subjects = (await getRevision(stage.store.raw, draftId, 1)).filter(
    ({ section }) => section === "subject",
  );
  const [first, second] = subjects;
  expect(await title()).toBe(first?.text);
  await editDraft(stage.as("bo"), {
    draftId,
    revision: 1,
    changes: [
      { statementId: first?.id ?? "", kept: false },
      { statementId: second?.id ?? "", kept: true },
    ],
  });
  expect(await title()).toBe(second?.text);
});

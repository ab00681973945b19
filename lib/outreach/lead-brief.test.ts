import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { deliveries } from "#drizzle/schema/schema";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { openPostOffice, type PostOffice } from "#e2e/support/post-office";
import { approveDraft } from "#lib/drafts/approve-draft";
import { addNote } from "#lib/leads/add-note";
import { changeVoice } from "#lib/outreach/change-voice";
import { readLeadBrief } from "#lib/outreach/lead-brief";
import { LETTER_RULES } from "#lib/runtime/letter-rules";

let stage: Stage;
let office: PostOffice;
let leadId: string;
beforeEach(async () => {
  stage = await setStage();
  office = await openPostOffice(stage);
  await identifyCompany(stage);
  leadId = await stageLead(stage);
});
afterEach(() => office.server.close());

const approve = async (by: CastKey, to = leadId) => {
  const { draftId } = await stageFollowUp(stage, to, by);
  await approveDraft({ ...stage.as(by), channels: office.channels }, { draftId, revision: 1 });
  const [row] = await stage.store.raw
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.draftId, draftId));
  return row?.id ?? "";
};
const send = async (by: CastKey, to = leadId) => {
  const id = await approve(by, to);
  stage.clock.advance(60_000);
  await office.perform(id, LETTER_RULES);
  expect(await office.row(id)).toMatchObject({ state: "sent" });
};
const briefOf = (requestedBy: CastKey) =>
  readLeadBrief(stage.system, stage.store.raw, {
    leadId,
    requestedBy: CAST[requestedBy].id,
    occasion: { why: "asked", step: 1, of: 1 },
  });

it("tells how the sender writes: their own words, and mails they approved themselves and that left", async () => {
  await changeVoice(stage.as("bo"), { signature: "Bo", tone: "Short.", version: 0 });
  await send("bo");
  const { sender, examples } = await briefOf("bo");
  expect(sender).toEqual({
    name: CAST.bo.name,
    company: "Larkfield Software Inc.",
    signature: "Bo",
    tone: "Short.",
  });
  expect(examples).toHaveLength(1);
  expect(examples[0]?.body).toContain("we lose about 40 minutes a day per inspector");
  expect(examples[0]?.body).not.toMatch(/Hello|Unsubscribe|@|King Street/);
  expect(await briefOf("ada")).toMatchObject({ sender: { tone: "" }, examples: [] });
});

it("tells what the lead was told, whoever wrote it, the newest first, and nothing that has not left", async () => {
  await send("bo");
  await addNote(stage.as("bo"), {
    leadId,
    kind: "call",
    text: "The new release works without a network for two whole days.",
  });
  await send("ada");
  const { said } = await briefOf("bo");
  const place = (words: RegExp) => said.findIndex((sentence) => words.test(sentence));
  expect(place(/two whole days/)).toBeGreaterThanOrEqual(0);
  expect(place(/two whole days/)).toBeLessThan(place(/January shutdown/));

  await addNote(stage.as("bo"), {
    leadId,
    kind: "call",
    text: "The next version also prints labels, now available in Guelph.",
  });
  await approve("bo");
  expect((await briefOf("bo")).said).toEqual(said);
});

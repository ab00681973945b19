import { beforeEach, expect, it } from "vitest";
import { events, unsubscribeLinks } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { whyNotInBatch } from "#lib/drafts/batch";
import { listBatch } from "#lib/drafts/batch-queries";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { listQueue } from "#lib/drafts/queue-queries";

let stage: Stage;
let blocked: string;
let open: string;
beforeEach(async () => {
  stage = await setStage();
  await identifyCompany(stage);
  const other = {
    name: "Ravi Menon",
    firstName: "Ravi",
    email: "ravi@corvid.example",
    company: "Corvid Air",
  };
  ({ draftId: blocked } = await stageFollowUp(stage, await stageLead(stage, { consent: false })));
  // Of drafts of one moment nobody knows which comes first.
  stage.clock.advance(1);
  ({ draftId: open } = await stageFollowUp(stage, await stageLead(stage, other)));
});

it("is shown on the desk as it would leave, and showing it changes nothing", async () => {
  const before = await stage.store.raw.$count(events);
  const { mail } = await getDeskDraft(stage.as("bo"), blocked);
  expect(mail).toMatchObject({
    to: { name: "Marta Novak", address: "marta@novak.example" },
    greeting: "Hello Marta,",
    blocked: "1 block: consent",
    keptOnly: true,
    mayRecordConsent: true,
  });
  expect(mail?.thread[0]?.words).toContain("Visit to the Guelph depot.");
  expect((await getDeskDraft(stage.as("hugo"), blocked)).mail?.mayRecordConsent).toBe(false);
  expect(await stage.store.raw.$count(events)).toBe(before);
  expect(await stage.store.raw.$count(unsubscribeLinks)).toBe(0);
});

it("says in its row whom it is to, and what keeps it from leaving", async () => {
  const { rows } = await listQueue(stage.as("bo"));
  expect(rows.map(({ mail }) => [mail?.to, mail?.worst?.level, mail?.worst?.word])).toEqual([
    ["Marta Novak, Novak Elevators", "block", "consent"],
    ["Ravi Menon, Corvid Air", undefined, undefined],
  ]);
});

it("is left out of a batch with the reason, and the others are not", async () => {
  const drafts = await listBatch(stage.as("bo"), [blocked, open]);
  expect(drafts.map(whyNotInBatch)).toEqual([
    expect.stringMatching(/^Can’t be sent: nothing says that Marta Novak/),
    null,
  ]);
});

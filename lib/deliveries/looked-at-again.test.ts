import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliveries, drafts, leads } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { identifyCompany, LARKFIELD } from "#e2e/support/outreach-settings";
import { openPostOffice, type PostOffice } from "#e2e/support/post-office";
import { recordConsent } from "#lib/consent/record-consent";
import { suppressAddress } from "#lib/consent/suppress-address";
import { approveDraft } from "#lib/drafts/approve-draft";
import type { UserCtx } from "#lib/events/context";
import { changeOutreach } from "#lib/outreach/change-outreach";
import { changeVoice } from "#lib/outreach/change-voice";
import { LETTER_RULES } from "#lib/runtime/letter-rules";

const DAY_MS = 86_400_000;

let stage: Stage;
let office: PostOffice;
let leadId: string;
beforeEach(async () => {
  stage = await setStage();
  office = await openPostOffice(stage);
  await identifyCompany(stage);
  leadId = await stageLead(stage, { consent: false });
  // Asked half a year ago to the day: today is the last day on which that is enough.
  await recordConsent(stage.as("bo"), {
    email: "marta@novak.example",
    basis: "inquiry",
    obtainedOn: "2026-05-20",
    evidence: "Her mail that asked for a quote.",
  });
});
afterEach(() => office.server.close());

const bo = (): UserCtx => ({ ...stage.as("bo"), channels: office.channels });
const approve = async () => {
  const { draftId } = await stageFollowUp(stage, leadId);
  await approveDraft(bo(), { draftId, revision: 1 });
  const [row] = await stage.store.raw.select({ id: deliveries.id }).from(deliveries);
  return row?.id ?? "";
};

describe("by the rules that allowed it, an approved mail", () => {
  const CASES: [string, () => Promise<unknown>, RegExp][] = [
    [
      "whose consent ended meanwhile",
      async () => stage.clock.advance(DAY_MS),
      /consent ended on 20 Nov 2026/,
    ],
    [
      "to somebody who is on the list of addresses now",
      () => suppressAddress(stage.as("dana"), { value: "MARTA@Novak.example" }),
      /Can’t be sent to marta@novak\.example\. .* on 20 Nov 2026/,
    ],
    [
      "to somebody whose domain is on it",
      () => suppressAddress(stage.as("dana"), { value: "novak.example" }),
      /Can’t be sent to novak\.example\./,
    ],
    [
      "of a company that took its address out",
      () => changeOutreach(stage.as("ines"), { ...LARKFIELD, mailingAddress: "", version: 1 }),
      /mailing address or contact is missing/,
    ],
    [
      "of a company that moved",
      () => changeOutreach(stage.as("ines"), { ...LARKFIELD, mailingAddress: "1 Elm Street", version: 1 }),
      /What it says changed after it was approved/,
    ],
    [
      "of somebody who signs otherwise now",
      () => changeVoice(stage.as("bo"), { signature: "Bo T.", tone: "", version: 0 }),
      /What it says changed after it was approved/,
    ],
    [
      "to a lead with another first name",
      () => stage.store.raw.update(leads).set({ firstName: "Martha" }),
      /What it says changed after it was approved/,
    ],
  ];

  it.each(CASES)("%s goes back to the queue", async (_, happen, reason) => {
    const id = await approve();
    stage.clock.advance(30_000);
    await happen();
    await office.perform(id, LETTER_RULES);
    expect(await office.row(id)).toMatchObject({ state: "returned", reason: expect.stringMatching(reason) });
    expect((await stage.store.raw.select({ state: drafts.state }).from(drafts)).at(0)?.state).toBe("pending");
    expect(office.server.handed()).toBe(0);
  });

  it("leaves where nothing changed", async () => {
    const id = await approve();
    stage.clock.advance(30_000);
    await office.perform(id, LETTER_RULES);
    expect(await office.row(id)).toMatchObject({ state: "sent" });
    expect(office.server.handed()).toBe(1);
  });
});

import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cadences, deliveries, drafts, letters, revisions, suppressions } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { importLeads } from "#e2e/support/lead-imports";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { openPostOffice, type PostOffice } from "#e2e/support/post-office";
import { startCadence } from "#lib/cadence/start-cadence";
import { deleteLead } from "#lib/custody/delete-lead";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import { approveDraft } from "#lib/drafts/approve-draft";
import { editDraft } from "#lib/drafts/edit-draft";
import { handOverDraft } from "#lib/drafts/hand-over-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { findLead } from "#lib/leads/find-lead";
import { moveStage } from "#lib/leads/move-stage";
import { findUnsubscribeUrl } from "#lib/outreach/unsubscribe-link";
import { unsubscribe } from "#lib/received/unsubscribe";
import { LETTER_RULES } from "#lib/runtime/letter-rules";

const EMAIL = "marta@novak.example";
const SITE = "https://ops.larkfield.example";

let stage: Stage;
let office: PostOffice;
let leadId: string;
let draftId: string;
let bo: UserCtx;
beforeEach(async () => {
  stage = await setStage();
  office = await openPostOffice(stage);
  await identifyCompany(stage);
  bo = { ...stage.as("bo"), channels: office.channels };
  leadId = await stageLead(stage);
  await startCadence(bo, { leadId, days: [1, 3, 7] });
  ({ draftId } = await stageFollowUp(stage, leadId));
});
afterEach(() => office.server.close());

const raw = () => stage.store.raw;
const approve = () => approveDraft(bo, { draftId, revision: 1 });
const delivery = async () => (await raw().select().from(deliveries))[0];
const draft = async () => (await raw().select().from(drafts).where(eq(drafts.id, draftId)))[0];
const send = async () => office.perform((await delivery())?.id ?? "", LETTER_RULES);
const undo = () => reopenDraft(bo, { draftId });
const wish = async () => {
  const url = await findUnsubscribeUrl(raw(), EMAIL, SITE);
  return unsubscribe(stage.system, { token: url?.split("/").at(-1) ?? "", address: "192.0.2.7" });
};
const close = async () => {
  const { version } = await findLead(raw(), leadId);
  return moveStage(bo, { leadId, stage: "lost", version });
};
const forget = async () => {
  const { version } = await findLead(raw(), leadId);
  return deleteLead(stage.as("ada"), { leadId, version });
};
const optOut = () => importLeads(stage.as("ada"), `Email,Company,Email Opt Out\n${EMAIL},Novak Lifts,yes\n`);

/** Begins all at once, and says which were refused; whatever else went wrong is thrown. */
async function race(...acts: (() => Promise<unknown>)[]): Promise<boolean[]> {
  const ends = await Promise.allSettled(acts.map((act) => act()));
  return ends.map((end) => {
    if (end.status === "fulfilled") return false;
    if (!isAppError(end.reason, "conflict") && !isAppError(end.reason, "not_found")) throw end.reason;
    return true;
  });
}

describe.each(Array.from({ length: 6 }, (_, n) => n))("of two at the same moment, try %i", () => {
  it("approving and editing: one approves what it saw, or is told that it changed", async () => {
    const [statement] =
      (await raw().select().from(revisions).where(eq(revisions.draftId, draftId)))[0]?.statements.filter(
        ({ section }) => section === "ask",
      ) ?? [];
    const changes = [{ statementId: statement?.id ?? "", text: "Is Friday good for you?" }];
    const lost = await race(approve, () => editDraft(stage.as("ada"), { draftId, revision: 1, changes }));
    expect(lost.filter(Boolean)).toHaveLength(1);
    expect(await raw().$count(letters)).toBe(lost[0] ? 0 : 1);
    expect(await draft()).toMatchObject(
      lost[0] ? { state: "pending", currentRevision: 2 } : { state: "approved", currentRevision: 1 },
    );
  });

  it("approving twice, and handing it over: one mail", async () => {
    const ada = { ...stage.as("ada"), channels: office.channels };
    const hand = () => handOverDraft(stage.as("ada"), { draftId, toId: CAST.bo.id, note: "" });
    const lost = await race(approve, () => approveDraft(ada, { draftId, revision: 1 }), hand);
    expect(lost.slice(0, 2).filter(Boolean)).toHaveLength(1);
    expect(await raw().$count(letters)).toBe(1);
    const [letter] = await raw().select().from(letters);
    expect(letter?.approvedBy).toBe(lost[0] ? CAST.ada.id : CAST.bo.id);
  });

  it.each([
    ["undoing", undo],
    ["unsubscribing", wish],
    ["closing the lead", close],
    ["deleting the lead", forget],
    ["an opt-out in a file", optOut],
  ])("sending and %s: it left, or it did not and is not to", async (_, other) => {
    await approve();
    stage.clock.advance(60_000);
    const [failed, late] = await race(send, other);
    expect(failed).toBe(false);
    const row = await delivery();
    expect(office.server.mails).toHaveLength(row?.state === "sent" ? 1 : 0);
    expect(["sent", "returned", "cancelled"]).toContain(row?.state);
    if (other === undo) expect(late).toBe(row?.state === "sent");
    await send();
    expect(office.server.mails).toHaveLength(row?.state === "sent" ? 1 : 0);
  });

  it("unsubscribing, closing the lead and an opt-out in a file: nothing is sent there any more", async () => {
    await approve();
    expect(await race(wish, close, optOut)).toMatchObject([false, expect.any(Boolean), false]);
    expect(await raw().select().from(suppressions)).toMatchObject([{ value: EMAIL }]);
    expect(await raw().select().from(cadences)).toMatchObject([{ state: "stopped" }]);
    stage.clock.advance(60_000);
    await send();
    expect(office.server.mails).toEqual([]);
  });

  it("saying what became of it and sending again: one of two decides", async () => {
    await approve();
    const id = (await delivery())?.id ?? "";
    await raw().update(deliveries).set({ state: "unknown" });
    const settle = (verdict: "sent" | "send_again" | "cancel") => () =>
      settleDelivery(bo, { deliveryId: id, verdict }, LETTER_RULES.afterSent);
    const lost = await race(settle("sent"), settle("send_again"), settle("cancel"));
    expect(lost.filter((one) => !one)).toHaveLength(1);
    expect(await delivery()).toMatchObject({
      state: ["sent", "scheduled", "cancelled"][lost.indexOf(false)],
    });
  });
});

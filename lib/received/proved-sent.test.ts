import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leadEntries } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { bounceText, mailText } from "#e2e/support/incoming";
import { approveLetter, letterOf } from "#e2e/support/letters";
import { MARA, stageLead } from "#e2e/support/outreach";
import { openPostOffice, type PostOffice } from "#e2e/support/post-office";
import { parseMail } from "#lib/channels/parse-mail";
import type { AfterSent, SentLetter } from "#lib/deliveries/letter-rules";
import { countUnsettled, getSent } from "#lib/deliveries/sent-queries";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import { ignoreConflict } from "#lib/errors";
import { receiveMail } from "#lib/received/receive-mail";

let stage: Stage;
let office: PostOffice;
let leadId: string;
let deliveryId: string;
let messageId: string;
let handedOver: Date;
let followed: SentLetter[];
beforeEach(async () => {
  stage = await setStage();
  office = await openPostOffice(stage);
  leadId = await stageLead(stage);
  followed = [];
  ({ deliveryId } = await approveLetter(stage, leadId, { channels: office.channels }));
  stage.clock.advance(30_000);
  handedOver = stage.clock.now();
  office.server.behave("cut-late");
  await office.perform(deliveryId);
  ({ messageId } = await letterOf(stage, deliveryId));
  expect(await office.row(deliveryId)).toMatchObject({ state: "unknown" });
  expect(await countUnsettled(stage.as("bo"))).toEqual({ unknown: 1, failed: 0 });
  stage.clock.advance(3_600_000);
});
afterEach(() => office.server.close());

const follow: AfterSent = async (_ctx, _work, sent) => void followed.push(sent);
const receive = async (text: string) => {
  const mail = await parseMail(Buffer.from(text));
  if (!mail) throw new Error("The mail can’t be read.");
  const arrived = { mailbox: "shared", at: stage.clock.now() };
  return receiveMail(stage.system, arrived, mail, follow).catch(ignoreConflict);
};
const answer = (id = messageId) =>
  mailText({ From: MARA.email, Subject: "Re: Report", "In-Reply-To": `<${id}>` }, "Yes, Friday.");
const sentEvents = async () =>
  (await kindsOf(stage.store, deliveryId)).filter((kind) => kind === "delivery.sent");

describe("a mail of which nobody knows whether it left", () => {
  it.each([
    ["an answer to it", () => answer()],
    ["a report about it", () => bounceText({ messageId, recipient: MARA.email, status: "5.1.1" })],
  ])("has left once %s comes, with all that follows, as of when it was handed over", async (_, mail) => {
    await receive(mail());
    expect(await office.row(deliveryId)).toMatchObject({
      state: "sent",
      reason: expect.stringContaining("until a mail came in that answers it"),
    });
    expect(await countUnsettled(stage.as("bo"))).toEqual({ unknown: 0, failed: 0 });
    expect(await sentEvents()).toHaveLength(1);
    expect(followed).toMatchObject([{ deliveryId, leadId, approvedBy: CAST.bo.id, at: handedOver }]);
    const entries = await stage.store.raw.select().from(leadEntries);
    expect(entries.find(({ kind }) => kind === "mail_out")).toMatchObject({ deliveryId, at: handedOver });
    expect(await getSent(stage.as("ada"), deliveryId)).toMatchObject({
      state: "sent",
      letter: { consent: { basis: "express", recordedBy: CAST.bo.name }, received: [{}] },
    });
  });

  it("stays unknown where the mail that comes names none of ours", async () => {
    expect(await receive(answer("another@larkfield.example"))).toBe("reply");
    expect(await office.row(deliveryId)).toMatchObject({ state: "unknown" });
    expect(followed).toEqual([]);
  });

  it("is settled once, by a person or by an answer", async () => {
    await Promise.allSettled([
      receive(answer()),
      settleDelivery(stage.as("ada"), { deliveryId, verdict: "sent" }, follow),
    ]);
    expect(await office.row(deliveryId)).toMatchObject({ state: "sent" });
    expect(await sentEvents()).toHaveLength(1);
    expect(followed).toHaveLength(1);
  });

  it("stays taken back where a person said so before", async () => {
    await settleDelivery(stage.as("ada"), { deliveryId, verdict: "cancel" });
    await receive(answer());
    expect(await office.row(deliveryId)).toMatchObject({ state: "cancelled" });
    expect(followed).toEqual([]);
  });
});

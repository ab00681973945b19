import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leadEntries, leads, mailboxes, receivedMails, sources, suppressions } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { bounceText, mailText } from "#e2e/support/incoming";
import { approveLetter, letterOf, TITLES } from "#e2e/support/letters";
import { insertMailbox } from "#e2e/support/mailbox";
import { MARA, stageLead } from "#e2e/support/outreach";
import { openPostOffice, type PostOffice } from "#e2e/support/post-office";
import { parseMail } from "#lib/channels/parse-mail";
import { deleteLead } from "#lib/custody/delete-lead";
import { ignoreConflict } from "#lib/errors";
import { unsubscribeUrl } from "#lib/outreach/unsubscribe-link";
import { receiveMail } from "#lib/received/receive-mail";

let stage: Stage;
let office: PostOffice;
let leadId: string;
let messageId: string;
beforeEach(async () => {
  stage = await setStage();
  office = await openPostOffice(stage);
  leadId = await stageLead(stage);
  const { deliveryId } = await approveLetter(stage, leadId, { channels: office.channels });
  stage.clock.advance(30_000);
  await office.perform(deliveryId);
  messageId = (await letterOf(stage, deliveryId)).messageId;
});
afterEach(() => office.server.close());

const raw = () => stage.store.raw;
const receive = async (text: string) => {
  const mail = await parseMail(Buffer.from(text));
  if (!mail) throw new Error("The mail can’t be read.");
  const arrived = { mailbox: "shared", at: stage.clock.now() };
  const ctx = { ...stage.system, channels: office.channels };
  return receiveMail(ctx, arrived, mail, TITLES.afterSent).catch(ignoreConflict);
};
const answer = (text: string, from: string = MARA.email) =>
  mailText({ From: from, Subject: "Re: Report", "In-Reply-To": `<${messageId}>` }, text);

it("an answer is of the lead who wrote it, also to a mail that was handed on to them", async () => {
  const theirs = await stageLead(stage, { email: "ola@elsewhere.example", address: "ola@elsewhere.example" });
  const mail = mailText({ From: "ola@elsewhere.example", "In-Reply-To": `<${messageId}>` }, "Interesting.");
  await receive(mail);
  expect(await raw().select().from(receivedMails)).toMatchObject([{ leadId: theirs, deliveryId: null }]);
  expect(await raw().select().from(leadEntries).where(eq(leadEntries.kind, "mail_in"))).toMatchObject([
    { leadId: theirs },
  ]);
});

it("an answer of any id is kept: a mailbox would be read no further than one that is not", async () => {
  const letters = Array.from({ length: 998 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000)));
  const id = `<${letters.join("")}@quarry.example>`;
  await receive(answer("Yes.").replace(/^Message-ID:.*$/m, `Message-ID: ${id}`));
  expect(await raw().$count(receivedMails)).toBe(1);
});

it("what colleagues write is nobody’s answer, from whichever address of theirs or the company’s", async () => {
  await insertMailbox(stage, CAST.bo.id);
  await raw().update(mailboxes).set({ address: "Bo.Sells@Larkfield.example" });
  for (const from of [CAST.ada.email, "bo.sells@larkfield.example", "Sales@larkfield.example"])
    await receive(answer("Thanks!", from));
  expect(await raw().$count(receivedMails)).toBe(0);
});

describe("of a lead that was deleted", () => {
  beforeEach(async () => {
    const [lead] = await raw().select().from(leads);
    await deleteLead(stage.as("ada"), { leadId, version: lead?.version ?? 0 });
  });

  it("an answer is not kept", async () => {
    expect(await receive(answer("Yes."))).toBeFalsy();
    expect(await raw().$count(leadEntries)).toBe(0);
    expect(await raw().$count(receivedMails)).toBe(0);
  });

  it.each([
    ["a wish to get no more", () => answer("Please remove me from your list.")],
    ["one in a mail of its own", () => mailText({ From: MARA.email, Subject: "unsubscribe" }, "")],
    ["a report", () => bounceText({ messageId, recipient: MARA.email, status: "5.1.1" })],
  ])("%s still ends all mail there, and nothing else is written down", async (_, mail) => {
    await receive(mail());
    expect(await raw().select().from(suppressions)).toMatchObject([{ value: MARA.address }]);
    expect(await raw().$count(leadEntries)).toBe(0);
    expect(await raw().$count(sources)).toBe(1);
  });

  it("the token of List-Unsubscribe is heard from whichever address it comes", async () => {
    const url = await unsubscribeUrl(raw(), MARA.address, "https://x.example", stage.clock.now());
    await receive(
      mailText({ From: "mailer@quarry.example", Subject: `unsubscribe ${url.split("/").at(-1)}` }, ""),
    );
    expect(await raw().select().from(suppressions)).toMatchObject([{ value: MARA.address }]);
  });
});

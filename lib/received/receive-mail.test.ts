import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  cadences,
  deliveries,
  followUpDues,
  leadEntries,
  leads,
  receivedMails,
  sources,
  sourceVersions,
  suppressions,
} from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { bounceText, mailText } from "#e2e/support/incoming";
import { approveLetter, letterOf, TITLES } from "#e2e/support/letters";
import { MARA, stageLead } from "#e2e/support/outreach";
import { openPostOffice, type PostOffice } from "#e2e/support/post-office";
import { parseMail } from "#lib/channels/parse-mail";
import { ignoreConflict } from "#lib/errors";
import { subjectOfMail } from "#lib/leads/mail-title";
import { readMailFacts } from "#lib/outreach/mail-facts";
import { unsubscribeUrl } from "#lib/outreach/unsubscribe-link";
import { receiveMail } from "#lib/received/receive-mail";

let stage: Stage;
let office: PostOffice;
let leadId: string;
let deliveryId: string;
let messageId: string;
beforeEach(async () => {
  stage = await setStage();
  office = await openPostOffice(stage);
  leadId = await stageLead(stage);
  ({ deliveryId } = await approveLetter(stage, leadId, { channels: office.channels }));
  await stage.store.raw.insert(cadences).values({
    leadId,
    days: [0, 3],
    startedOn: "2026-11-20",
    state: "going",
    startedBy: CAST.bo.id,
  });
  stage.clock.advance(30_000);
  await office.perform(deliveryId);
  messageId = (await letterOf(stage, deliveryId)).messageId;
  stage.clock.advance(60_000);
});
afterEach(() => office.server.close());

const raw = () => stage.store.raw;
const receive = async (text: string, mailbox = "shared") => {
  const mail = await parseMail(Buffer.from(text));
  if (!mail) throw new Error("The mail can’t be read.");
  return receiveMail(stage.system, { mailbox, at: stage.clock.now() }, mail, TITLES.afterSent).catch(
    ignoreConflict,
  );
};
const answer = (
  headers: Record<string, string> = {},
  text = "Yes, Friday.\n\nOn Thu, 19 Nov, Bo wrote:\n> Hello",
) =>
  mailText(
    {
      From: "Mara <mara@QUARRY.example>",
      Subject: "Re: Report",
      "In-Reply-To": `<${messageId}>`,
      ...headers,
    },
    text,
  );
const entries = async (kind: "mail_in" | "auto_reply" | "bounce" | "unsubscribed") =>
  (await raw().select().from(leadEntries).where(eq(leadEntries.leadId, leadId))).filter(
    (one) => one.kind === kind,
  );
const cadence = async () => (await raw().select().from(cadences))[0];
const nothingHappened = async () => {
  expect(await raw().$count(receivedMails)).toBe(0);
  expect(await raw().$count(suppressions)).toBe(0);
  expect(await cadence()).toMatchObject({ state: "going" });
};

describe("an answer", () => {
  it("is on the timeline as a source without what it quotes, stops the follow-ups, and connects the lead", async () => {
    expect(await receive(answer())).toBe("reply");
    const [entry] = await entries("mail_in");
    expect(entry).toMatchObject({ words: "Answer: Re: Report", deliveryId, by: null });
    const [text] = await raw()
      .select({
        text: sourceVersions.text,
        leadId: sources.leadId,
        via: sources.provenance,
        seen: sources.visibility,
      })
      .from(sourceVersions)
      .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
      .where(eq(sources.id, entry?.sourceId ?? ""));
    expect(text).toMatchObject({ text: "Yes, Friday.", leadId, via: { via: "mail" }, seen: "open" });
    expect(await cadence()).toMatchObject({ state: "stopped", stop: "replied" });
    expect((await raw().select().from(leads))[0]).toMatchObject({ stage: "connected" });
    expect(await kindsOf(stage.store, leadId)).toEqual(
      expect.arrayContaining(["lead.answered", "cadence.stopped", "lead.moved"]),
    );
  });

  it("is known by what it answers, whoever of them wrote it, and else by who wrote it", async () => {
    await receive(answer({ From: "A colleague <assistant@elsewhere.example>" }));
    await receive(mailText({ From: MARA.email, Subject: "Another thing" }, "Can you call?"));
    expect(await entries("mail_in")).toHaveLength(2);
  });

  it.each([
    [
      { References: "<a@quarry.example>\r\n <b@quar\u0000ry.example>" },
      ["a@quarry.example", "b@quarry.example"],
    ],
    [{}, null],
  ])("is kept with what it answers itself, as its answer will say: %o", async (headers, ids) => {
    await receive(answer(headers));
    const [row] = await raw().select({ answers: receivedMails.answers }).from(receivedMails);
    expect(row?.answers).toEqual(ids ?? [messageId]);
  });

  it("has its own subject in what is answered to it", async () => {
    await raw().update(leads).set({ name: "Mara: Okonkwo" });
    await receive(answer({ Subject: "Re: Report: the second" }));
    const [row] = await raw()
      .select({ title: sources.title })
      .from(sources)
      .where(eq(sources.leadId, leadId));
    expect(subjectOfMail(row?.title ?? "")).toBe("Re: Report: the second");
    const facts = await readMailFacts(stage.system, raw(), [leadId], CAST.bo);
    expect(facts.get(leadId)?.parent?.subject).toBe("Re: Report: the second");
  });

  it("is one, however often and in whichever mailbox it is read", async () => {
    const text = answer();
    await Promise.all([receive(text), receive(text, "mbx_1"), receive(text)]);
    await receive(text, "mbx_2");
    expect(await raw().$count(receivedMails)).toBe(1);
    expect(await entries("mail_in")).toHaveLength(1);
  });

  it("in HTML alone becomes text", async () => {
    await receive(
      answer(
        { "MIME-Version": "1.0", "Content-Type": "text/html" },
        "<p>Yes, <b>Friday</b>.</p><script>x</script>",
      ),
    );
    const [version] = await raw()
      .select({ text: sourceVersions.text })
      .from(sourceVersions)
      .innerJoin(leadEntries, eq(leadEntries.sourceId, sourceVersions.sourceId));
    expect(version?.text).toBe("Yes, Friday.");
  });

  it("by a stranger, or by somebody of the company, is none", async () => {
    await receive(mailText({ From: "spam@elsewhere.example", Subject: "Offer" }, "Buy!"));
    await receive(answer({ From: CAST.ada.email }));
    await nothingHappened();
  });

  it("keeps what waits from leaving", async () => {
    const { deliveryId: next } = await approveLetter(stage, leadId, {
      channels: office.channels,
      title: "Next",
    });
    await receive(answer());
    stage.clock.advance(60_000);
    await office.perform(next);
    expect(await office.row(next)).toMatchObject({
      state: "returned",
      reason: expect.stringContaining("answered"),
    });
  });
});

describe("an automatic answer", () => {
  it("is noted, holds the follow-ups, and is no answer", async () => {
    await receive(answer({ "Auto-Submitted": "auto-replied", Subject: "Out of office" }));
    expect(await entries("auto_reply")).toMatchObject([{ words: "Automatic answer: Out of office" }]);
    expect(await entries("mail_in")).toEqual([]);
    expect(await cadence()).toMatchObject({ state: "paused" });
    expect((await raw().select().from(leads))[0]).toMatchObject({ stage: "new", lastReplyAt: null });
    expect(await raw().$count(followUpDues)).toBe(0);
  });
});

describe("a report that a mail did not arrive", () => {
  const bounce = (change: Partial<Parameters<typeof bounceText>[0]> = {}) =>
    bounceText({ messageId, recipient: MARA.email, status: "5.1.1", ...change });

  it("for good ends all mail there", async () => {
    expect(await receive(bounce())).toBe("bounce");
    expect(await raw().select().from(suppressions)).toMatchObject([
      { value: MARA.address, reason: "bounced", note: "5.1.1: 550 5.1.1 User unknown" },
    ]);
    expect(await cadence()).toMatchObject({ state: "stopped", stop: "bounced" });
    expect(await entries("bounce")).toMatchObject([{ deliveryId }]);
    expect((await raw().select().from(deliveries))[0]).toMatchObject({ state: "sent" });
  });

  it("for now is only noted", async () => {
    await receive(bounce({ status: "4.4.1", action: "delayed" }));
    expect(await entries("bounce")).toMatchObject([{ words: expect.stringContaining("Is late") }]);
    expect(await raw().$count(suppressions)).toBe(0);
    expect(await cadence()).toMatchObject({ state: "going" });
  });

  it.each([
    ["names no mail of ours", { messageId: "made-up@larkfield.example" }],
    ["names an address that was not written to", { recipient: "ceo@quarry.example" }],
  ])("does nothing where it %s", async (_, change) => {
    await receive(bounce(change));
    await nothingHappened();
  });

  it("does nothing where its mail has not left", async () => {
    const other = await stageLead(stage, { email: "x@quarry.example", address: "x@quarry.example" });
    const waits = await approveLetter(stage, other, { channels: office.channels, title: "Waits" });
    await receive(
      bounce({
        messageId: (await letterOf(stage, waits.deliveryId)).messageId,
        recipient: "x@quarry.example",
      }),
    );
    await nothingHappened();
  });
});

describe("a wish to get no more", () => {
  it("is heard in a mail to the address of List-Unsubscribe", async () => {
    const url = await unsubscribeUrl(raw(), MARA.address, "https://x.example", stage.clock.now());
    const token = url.split("/").at(-1);
    await receive(mailText({ From: "mailer@quarry.example", Subject: `unsubscribe ${token}` }, ""));
    expect(await raw().select().from(suppressions)).toMatchObject([
      { value: MARA.address, reason: "unsubscribed" },
    ]);
    expect(await cadence()).toMatchObject({ state: "stopped", stop: "unsubscribed" });
    expect(await entries("unsubscribed")).toHaveLength(1);
  });

  it("is heard in an answer", async () => {
    await receive(answer({}, "Please remove me from your list.\n\n> Hello"));
    expect(await raw().select().from(suppressions)).toMatchObject([{ value: MARA.address }]);
  });
});

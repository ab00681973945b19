import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliveries, leadEntries, outreach, suppressions } from "#drizzle/schema/schema";
import type { Manner } from "#e2e/doubles/mail-server";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { approveLetter, letterOf, TITLES } from "#e2e/support/letters";
import { MARA, stageLead } from "#e2e/support/outreach";
import { openPostOffice, type PostOffice } from "#e2e/support/post-office";
import { outboxFolder } from "#lib/channels/outbox-folder";
import type { LetterRules, SentLetter } from "#lib/deliveries/letter-rules";
import { settleDelivery } from "#lib/deliveries/settle-delivery";

let stage: Stage;
let office: PostOffice;
let leadId: string;
beforeEach(async () => {
  stage = await setStage();
  office = await openPostOffice(stage);
  leadId = await stageLead(stage);
});
afterEach(() => office.server.close());

const perform = (id: string, rules?: LetterRules) => office.perform(id, rules);
const approve = (title?: string, of = leadId) =>
  approveLetter(stage, of, { channels: office.channels, title });
const rowOf = (id: string) => office.row(id);
const entries = () => stage.store.raw.select().from(leadEntries).where(eq(leadEntries.leadId, leadId));

describe("an approved mail", () => {
  it("leaves once, after the undo window, with the bytes that are kept", async () => {
    const { deliveryId } = await approve();
    await perform(deliveryId);
    expect(office.server.handed()).toBe(0);
    expect((await letterOf(stage, deliveryId)).bytes).toBeNull();
    stage.clock.advance(30_000);
    const told: SentLetter[] = [];
    const rules: LetterRules = { ...TITLES, afterSent: async (_ctx, _work, sent) => void told.push(sent) };
    await Promise.all([perform(deliveryId, rules), perform(deliveryId, rules)]);
    expect(office.server.mails).toHaveLength(1);
    const [mail] = office.server.mails;
    expect(mail?.envelope).toEqual({ from: "sales@larkfield.example", to: [MARA.email] });
    const letter = await letterOf(stage, deliveryId);
    // The server drops the last line break and nothing else.
    expect(letter.bytes?.toString().trimEnd()).toBe(mail?.raw.trimEnd());
    expect(mail?.from?.value).toEqual([{ name: CAST.bo.name, address: "sales@larkfield.example" }]);
    expect(mail?.replyTo?.value).toEqual([{ name: CAST.bo.name, address: CAST.bo.email }]);
    expect(letter).toMatchObject({ approvedBy: CAST.bo.id, mailbox: "shared", sentAt: stage.clock.now() });
    expect(letter.consent).toMatchObject({ basis: "express" });
    expect(await rowOf(deliveryId)).toMatchObject({ state: "sent", attempt: 1, recipient: MARA.address });
    expect(await kindsOf(stage.store, deliveryId)).toEqual([
      "delivery.scheduled",
      "delivery.sending",
      "delivery.sent",
    ]);
    expect(await entries()).toMatchObject([{ kind: "mail_out", deliveryId }]);
    expect(told).toMatchObject([{ deliveryId, leadId, approvedBy: CAST.bo.id, kept: false }]);
  });

  it("is undone for as long as the company says", async () => {
    await stage.store.raw.insert(outreach).values({ id: 1, undoSeconds: 120 });
    const { deliveryId } = await approve();
    const row = await rowOf(deliveryId);
    expect(row.dueAt.getTime() - row.createdAt.getTime()).toBe(120_000);
  });

  it("is tried again with the same bytes after a failure that may pass, and is sent once", async () => {
    const { deliveryId } = await approve();
    stage.clock.advance(30_000);
    const sent: string[] = [];
    for (const manner of ["greylist", "busy", "defer-text", "accept"] satisfies Manner[]) {
      office.server.behave(manner);
      await perform(deliveryId);
      sent.push((await letterOf(stage, deliveryId)).raw ?? "");
      stage.clock.advance(3_600_000);
    }
    expect(new Set(sent).size).toBe(1);
    expect(office.server.mails).toHaveLength(1);
    expect(await rowOf(deliveryId)).toMatchObject({ state: "sent", attempt: 4 });
  });

  it("fails with the server's words, and is sent to nobody there any more where there is no such mailbox", async () => {
    office.server.behave("refuse-text");
    const one = await approve("One");
    stage.clock.advance(30_000);
    await perform(one.deliveryId);
    expect(await rowOf(one.deliveryId)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("554"),
    });
    expect(await stage.store.raw.select().from(suppressions)).toEqual([]);
    office.server.behave("refuse");
    const two = await approve("Two");
    const three = await approve("Three");
    stage.clock.advance(30_000);
    await perform(two.deliveryId);
    expect(await rowOf(two.deliveryId)).toMatchObject({ state: "failed" });
    expect(await rowOf(three.deliveryId)).toMatchObject({ state: "cancelled" });
    expect(await stage.store.raw.select().from(suppressions)).toMatchObject([
      { value: MARA.address, reason: "bounced", note: expect.stringContaining("550 5.1.1") },
    ]);
    expect(office.server.mails).toEqual([]);
  });

  it.each<Manner>(["cut-within", "cut-late"])(
    "waits for a person where nobody knows whether it left: %s",
    async (manner) => {
      office.server.behave(manner);
      const { deliveryId } = await approve();
      stage.clock.advance(30_000);
      await perform(deliveryId);
      expect(await rowOf(deliveryId)).toMatchObject({ state: "unknown" });
      office.server.behave("accept");
      stage.clock.advance(3_600_000);
      await perform(deliveryId);
      expect(office.server.mails).toEqual([]);
      const told: SentLetter[] = [];
      await settleDelivery(stage.as("ada"), { deliveryId, verdict: "sent" }, async (_ctx, _work, sent) => {
        told.push(sent);
      });
      expect(told).toMatchObject([{ deliveryId, leadId }]);
      expect(await entries()).toMatchObject([{ kind: "mail_out" }]);
    },
  );

  it("leaves once more, as the same message, when a person says so", async () => {
    office.server.behave("cut-late");
    const { deliveryId } = await approve();
    stage.clock.advance(30_000);
    await perform(deliveryId);
    const before = await letterOf(stage, deliveryId);
    office.server.behave("accept");
    await settleDelivery(stage.as("ada"), { deliveryId, verdict: "send_again" });
    await perform(deliveryId);
    expect(office.server.mails.map(({ messageId }) => messageId)).toEqual([`<${before.messageId}>`]);
    expect((await letterOf(stage, deliveryId)).raw).toBe(before.raw);
  });
});

describe("a mailbox", () => {
  it("sends so many an hour, whoever sends them, in the order they were approved", async () => {
    await stage.store.raw.insert(outreach).values({ id: 1, hourlyLimit: 2 });
    const made: string[] = [];
    for (let n = 0; n < 5; n++) {
      const of = await stageLead(stage, { email: `l${n}@quarry.example`, address: `l${n}@quarry.example` });
      made.push((await approve(`Mail ${n}`, of)).deliveryId);
      stage.clock.advance(1000);
    }
    stage.clock.advance(30_000);
    const subjects = () => office.server.mails.map(({ subject }) => subject).toSorted();
    await Promise.all([...made, ...made].map((id) => perform(id)));
    expect(office.server.mails).toHaveLength(2);
    const waiting = await stage.store.raw.select().from(deliveries).where(eq(deliveries.state, "scheduled"));
    expect(waiting.every(({ dueAt }) => dueAt > stage.clock.now())).toBe(true);
    for (let hour = 0; hour < 2; hour++) {
      stage.clock.advance(3_600_000);
      for (const id of made) await perform(id);
      expect(office.server.mails.length).toBe(Math.min(5, 4 + hour));
    }
    expect(subjects()).toEqual(made.map((_, n) => `Mail ${n}`));
  });

  it("that nobody set up keeps complete mails as files, and says that nothing was sent", async () => {
    const folder = mkdtempSync(join(tmpdir(), "countersign-outbox-"));
    office.channels = { outbox: outboxFolder(folder) };
    const { deliveryId } = await approve();
    stage.clock.advance(30_000);
    await Promise.all([perform(deliveryId), perform(deliveryId)]);
    expect(readdirSync(folder)).toEqual([`${deliveryId}.eml`]);
    const bytes = readFileSync(join(folder, `${deliveryId}.eml`));
    expect(bytes.equals((await letterOf(stage, deliveryId)).bytes ?? Buffer.alloc(0))).toBe(true);
    expect(await simpleParser(bytes)).toMatchObject({ subject: "The report you asked for" });
    expect(await entries()).toMatchObject([
      { kind: "kept_out", words: "Kept as a file, nothing was sent: The report you asked for" },
    ]);
  });
});

import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mails } from "#drizzle/schema/schema";
import type { Manner } from "#e2e/doubles/mail-server";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { type MailStage, setMail } from "#e2e/support/mail";
import { transact } from "#lib/events/transact";
import { performMail } from "#lib/mails/perform-mail";
import { listMails } from "#lib/mails/queries";
import { scheduleMail } from "#lib/mails/schedule-mail";
import { sendTestMail } from "#lib/mails/send-test-mail";
import { sweepMails } from "#lib/mails/sweep-mails";
import { LETTERS } from "#lib/runtime/letters";

let stage: Stage;
let mail: MailStage;
beforeEach(async () => {
  stage = await setStage();
  mail = await setMail(stage);
});
afterEach(() => mail.server.close());

const schedule = () =>
  transact(mail.system, (work) => {
    const sender = mail.system.channels.smtp;
    if (!sender) throw new Error("Mail is not set up.");
    return scheduleMail(mail.system, work, sender, { purpose: "test", userId: CAST.ines.id });
  });
const only = async () => {
  const [row, ...others] = await mail.rows();
  if (!row || others.length > 0) throw new Error("There is not exactly one mail.");
  return row;
};

describe("a mail", () => {
  it("leaves once where two workers take it", async () => {
    const id = await schedule();
    await Promise.all([mail.deliver(), mail.deliver()]);
    await mail.deliver();
    expect(mail.server.mails).toHaveLength(1);
    expect(await only()).toMatchObject({ state: "sent", attempt: 1, reason: null });
    expect(await kindsOf(stage.store, id)).toEqual(["mail.scheduled", "mail.sending", "mail.sent"]);
  });

  it("is tried again after a refusal that may pass, under the same id, and given up after ten", async () => {
    await schedule();
    mail.server.behave("defer-text");
    await mail.deliver();
    await mail.deliver();
    expect(await only()).toMatchObject({ state: "scheduled", attempt: 1 });
    expect(stage.queue.entries.at(-1)).toMatchObject({
      kind: "mail",
      dueAt: new Date("2026-11-20T14:00:10Z"),
    });
    for (let more = 0; more < 11; more++) {
      stage.clock.advance(3_600_000);
      await mail.deliver();
    }
    expect(await only()).toMatchObject({
      state: "failed",
      attempt: 10,
      reason: expect.stringContaining("452"),
    });
    expect(mail.server.handed()).toBe(10);
    expect(mail.server.mails).toEqual([]);
  });

  it.each<[Manner, object]>([
    ["refuse", { state: "failed", attempt: 1 }],
    ["cut-late", { state: "unknown", attempt: 1 }],
  ])("is not repeated after this: %s", async (manner, row) => {
    await schedule();
    mail.server.behave(manner);
    await mail.deliver();
    const { messageId } = await only();
    mail.server.behave("accept");
    stage.clock.advance(3_600_000);
    await sweepMails(mail.system);
    await mail.deliver();
    expect(mail.server.mails).toEqual([]);
    expect(await only()).toMatchObject({ ...row, messageId });
  });

  it("is unknown for good where its worker died while sending, and says so once", async () => {
    const id = await schedule();
    const smtp = mail.system.channels.smtp;
    const dying = smtp && { ...smtp, send: () => new Promise<never>(() => {}) };
    void performMail({ ...mail.system, channels: { smtp: dying } }, LETTERS, id);
    await expect.poll(async () => (await only()).state).toBe("sending");
    await sweepMails(mail.system);
    expect(await only()).toMatchObject({ state: "sending" });
    stage.clock.advance(120_000);
    await Promise.all([sweepMails(mail.system), sweepMails(mail.system)]);
    await mail.deliver();
    expect(await only()).toMatchObject({
      state: "unknown",
      reason: "The worker stopped while it was sending.",
    });
    expect(await kindsOf(stage.store, id)).toEqual(["mail.scheduled", "mail.sending", "mail.unknown"]);
    expect(mail.server.mails).toEqual([]);
  });

  it("is queued again where it is due and nobody took it", async () => {
    const id = await schedule();
    stage.queue.entries.splice(0);
    stage.clock.advance(31_000);
    await sweepMails(mail.system);
    expect(stage.queue.entries).toEqual([{ kind: "mail", id }]);
  });

  it("fails where mail is not set up any more", async () => {
    const id = await schedule();
    await performMail(stage.system, LETTERS, id);
    expect(await only()).toMatchObject({ state: "failed", reason: "Mail is not set up any more." });
  });

  it("isn't there where what causes it is undone by an error", async () => {
    const failing = transact(mail.system, async (work) => {
      const sender = mail.system.channels.smtp;
      if (sender) await scheduleMail(mail.system, work, sender, { purpose: "test", userId: CAST.ines.id });
      throw new Error("No.");
    });
    await expect(failing).rejects.toThrow("No.");
    expect(await stage.store.raw.$count(mails)).toBe(0);
    expect(stage.queue.entries).toEqual([]);
  });
});

describe("sendTestMail", () => {
  it.each<[Manner, object]>([
    ["accept", { state: "sent", reason: null }],
    ["refuse", { state: "failed", reason: expect.stringContaining("No such user") }],
    ["defer", { state: "scheduled", reason: expect.stringContaining("451") }],
    ["cut-late", { state: "unknown", reason: expect.stringContaining("after the text") }],
  ])("says what became of it: %s", async (manner, became) => {
    mail.server.behave(manner);
    expect(await sendTestMail(mail.as("ines"))).toEqual({ ...became, to: CAST.ines.email });
    expect(await listMails(mail.as("ines"))).toMatchObject([
      { purpose: "test", to: CAST.ines.name, ...became },
    ]);
  });

  it("says it too where a worker takes the mail at the same moment", async () => {
    const trying = sendTestMail(mail.as("ines"));
    await vi.waitFor(only, { interval: 1 });
    const [tried] = await Promise.all([trying, mail.deliver()]);
    expect(tried).toMatchObject({ state: "sent" });
    expect(mail.server.mails).toHaveLength(1);
  });

  it("is for admins, and says where no mail is set up", async () => {
    await expect(sendTestMail(mail.as("ada"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(listMails(mail.as("ada"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(sendTestMail(stage.as("ines"))).rejects.toMatchObject({ code: "unavailable" });
    expect(await stage.store.raw.select().from(mails).where(eq(mails.purpose, "test"))).toEqual([]);
  });
});

import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailReadings, receivedMails } from "#drizzle/schema/schema";
import type { ImapServer } from "#e2e/doubles/imap-server";
import { IMAP_SERVERS } from "#e2e/doubles/imap-servers";
import { type Stage, setStage } from "#e2e/support/cast";
import { mailText } from "#e2e/support/incoming";
import { TITLES } from "#e2e/support/letters";
import { MARA, stageLead } from "#e2e/support/outreach";
import { type MailSettings, mailSettings } from "#lib/channels/mail-settings";
import { smtpSender } from "#lib/channels/smtp";
import type { Ctx } from "#lib/events/context";
import { performReading } from "#lib/received/perform-reading";
import { sweepReadings } from "#lib/received/sweep-readings";

describe.each(IMAP_SERVERS)("a mailbox on %s", (_, startImapServer) => {
  let stage: Stage;
  let server: ImapServer;
  let system: Ctx;
  beforeEach(async () => {
    stage = await setStage();
    server = await startImapServer();
    system = { ...stage.system, channels: { smtp: smtpSender(settings(server.url)) } };
    await stageLead(stage);
  });
  afterEach(() => server.close());

  const settings = (url: string) =>
    mailSettings({
      COUNTERSIGN_SMTP_URL: "smtp://127.0.0.1:1",
      COUNTERSIGN_IMAP_URL: url,
      COUNTERSIGN_MAIL_FROM: "sales@larkfield.example",
      COUNTERSIGN_URL: "https://ops.larkfield.example",
    }) as MailSettings;
  const put = (subject: string, from: string = MARA.email) =>
    server.put(mailText({ From: from, Subject: subject }, `Words of ${subject}.`));
  const received = () => stage.store.raw.$count(receivedMails);
  const reading = async () =>
    (await stage.store.raw.select().from(mailReadings).where(eq(mailReadings.mailbox, "shared")))[0];

  it("is read from where it was left, by one worker at a time, and what belongs to nobody is passed over", async () => {
    put("One");
    put("Offer", "spam@elsewhere.example");
    await Promise.all([performReading(system, TITLES, "shared"), performReading(system, TITLES, "shared")]);
    expect(await received()).toBe(1);
    expect(await reading()).toMatchObject({ lastUid: 2, trouble: null, leaseUntil: null });
    put("Two");
    await performReading(system, TITLES, "shared");
    await performReading(system, TITLES, "shared");
    expect(await received()).toBe(2);
    expect(await reading()).toMatchObject({ lastUid: 3 });
  });

  it("is read from its beginning where the server counts anew, and nothing is taken twice", async () => {
    put("One");
    await performReading(system, TITLES, "shared");
    await stage.store.raw.update(mailReadings).set({ uidValidity: "1", lastUid: 900 });
    put("Two");
    await performReading(system, TITLES, "shared");
    expect(await received()).toBe(2);
  });

  it("is read to its end where much came in at once", async () => {
    for (let n = 0; n < 51; n++) put(`Mail ${n}`);
    await performReading(system, TITLES, "shared");
    expect(await received()).toBe(51);
  });

  it("that can’t be opened says why, and is tried again", async () => {
    const wrong = settings(server.url.replace(server.login.pass, "wrong"));
    await performReading({ ...system, channels: { smtp: smtpSender(wrong) } }, TITLES, "shared");
    expect(await reading()).toMatchObject({
      trouble: expect.stringContaining("sign-in was refused"),
      leaseUntil: null,
    });
    await performReading(system, TITLES, "shared");
    expect(await reading()).toMatchObject({ trouble: null });
  });

  it("is queued when its turn comes", async () => {
    await sweepReadings(system);
    await performReading(system, TITLES, "shared");
    await sweepReadings(system);
    stage.clock.advance(30_000);
    await sweepReadings(system);
    expect(stage.queue.entries.filter(({ kind }) => kind === "reading")).toHaveLength(2);
  });
});

import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actions, cadences, deliveries, leadEntries, leads, letters } from "#drizzle/schema/schema";
import type { ImapServer } from "#e2e/doubles/imap-server";
import { startImapServer } from "#e2e/doubles/imap-servers";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { mailText } from "#e2e/support/incoming";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { startCadence } from "#lib/cadence/start-cadence";
import type { Channels } from "#lib/channels/channel";
import { mailSettings } from "#lib/channels/mail-settings";
import { smtpSender } from "#lib/channels/smtp";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import { approveDraft } from "#lib/drafts/approve-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import type { UserCtx } from "#lib/events/context";
import { performReading } from "#lib/received/perform-reading";
import { LETTER_RULES } from "#lib/runtime/letter-rules";

describe("a follow-up by real mail servers", () => {
  let stage: Stage;
  let smtp: MailServer;
  let imap: ImapServer;
  let channels: Channels;
  beforeEach(async () => {
    stage = await setStage();
    [smtp, imap] = await Promise.all([startMailServer(), startImapServer()]);
    const settings = mailSettings({
      COUNTERSIGN_SMTP_URL: smtp.url,
      COUNTERSIGN_IMAP_URL: imap.url,
      COUNTERSIGN_MAIL_FROM: "Larkfield <sales@larkfield.example>",
      COUNTERSIGN_URL: "https://ops.larkfield.example",
    });
    channels = { smtp: settings ? smtpSender(settings) : undefined };
    await identifyCompany(stage);
  });
  afterEach(() => Promise.all([smtp.close(), imap.close()]));

  const bo = (): UserCtx => ({ ...stage.as("bo"), channels });
  const deliver = async () => {
    for (const { id } of await stage.store.raw.select({ id: deliveries.id }).from(deliveries))
      await performDelivery({ ...stage.system, channels }, LETTER_RULES, id);
  };

  it("is taken back in time, approved again, received as it is kept, answered, and then nothing more is due", async () => {
    const leadId = await stageLead(stage);
    await startCadence(bo(), { leadId });
    const { draftId } = await stageFollowUp(stage, leadId);
    await approveDraft(bo(), { draftId, revision: 1 });
    await reopenDraft(bo(), { draftId });
    stage.clock.advance(60_000);
    await deliver();
    expect(smtp.handed()).toBe(0);

    await approveDraft(bo(), { draftId, revision: 1 });
    stage.clock.advance(60_000);
    await deliver();
    await deliver();
    expect(smtp.mails).toHaveLength(1);
    const [mail] = smtp.mails;
    const [letter] = await stage.store.raw
      .select()
      .from(letters)
      .where(eq(letters.approvedAt, new Date(stage.clock.now().getTime() - 60_000)));
    const kept = Buffer.from(letter?.raw ?? "", "base64");
    expect(kept.toString().trimEnd()).toBe(mail?.raw.trimEnd());
    const parsed = await simpleParser(kept);
    expect(parsed.text).toContain("180 King Street South");
    expect(parsed.text).toMatch(/https:\/\/ops\.larkfield\.example\/unsubscribe\/[\w-]{22,}/);
    const list = parsed.headers.get("list") as { unsubscribe?: { url?: string; mail?: string } };
    expect(list.unsubscribe?.url).toMatch(/\/api\/unsubscribe\//);
    expect(list.unsubscribe?.mail).toMatch(/^sales@larkfield\.example\?subject=unsubscribe/);
    expect(kept.toString()).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    expect(parsed.replyTo).toBeUndefined();
    expect((await stage.store.raw.select().from(leads))[0]).toMatchObject({ stage: "contacted" });

    stage.clock.advance(3_600_000);
    imap.put(
      mailText(
        { From: "marta@novak.example", Subject: "Re: the pilot", "In-Reply-To": mail?.messageId ?? "" },
        "Thursday suits us.\nWe have 14 inspectors in Guelph who need a tablet each.\nThe board meets in January and wants a quote by then.\n\nOn Fri, 20 Nov, Bo Tran wrote:\n> Hello",
      ),
    );
    await performReading({ ...stage.system, channels }, LETTER_RULES, "shared");
    expect((await stage.store.raw.select().from(leads))[0]).toMatchObject({ stage: "connected" });
    expect(await stage.store.raw.select().from(cadences)).toMatchObject([
      { state: "stopped", stop: "replied" },
    ]);
    const entries = await stage.store.raw.select().from(leadEntries).where(eq(leadEntries.leadId, leadId));
    expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["mail_out", "mail_in"]));
    expect(await stage.store.raw.$count(actions)).toBe(0);

    stage.clock.advance(60_000);
    const { draftId: next } = await stageFollowUp(stage, leadId);
    await approveDraft(bo(), { draftId: next, revision: 1 });
    stage.clock.advance(60_000);
    await deliver();
    const [, answer] = smtp.mails;
    expect(answer?.inReplyTo).toMatch(/@quarry\.example>$/);
    expect(answer?.references).toEqual(expect.arrayContaining([answer?.inReplyTo]));
  });
});

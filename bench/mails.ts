import { eq } from "drizzle-orm";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import { report, round } from "#bench/measure";
import { deliveries, outreach } from "#drizzle/schema/schema";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import { ctxFor } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { noSlack } from "#e2e/support/letters";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { mailSettings } from "#lib/channels/mail-settings";
import { smtpSender } from "#lib/channels/smtp";
import type { Store } from "#lib/db/store";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import { approveDraft } from "#lib/drafts/approve-draft";
import { readLetter } from "#lib/outreach/read-letter";

const MAILS = 200;
const AT_ONCE = 4;

/** Approved mails a second through the outbox, as a worker sends them, beside bare nodemailer to the same server. */
export async function measureMails(store: Store): Promise<void> {
  const server = await startMailServer();
  try {
    const due = await approveMails(store, server);
    const ours = await perSecond(due, due.send);
    const bare = await perSecond(due, (id) => sendBare(server, id));
    report({
      bench: "mails",
      database: store.driver.kind,
      mails: MAILS,
      at_once: AT_ONCE,
      ours_per_s: ours,
      bare_per_s: bare,
      x_bare: round(bare / ours),
    });
  } finally {
    await server.close();
  }
}

type Due = { ids: string[]; send: (id: string) => Promise<void> };

async function approveMails(store: Store, { url }: MailServer): Promise<Due> {
  const settings = mailSettings({
    COUNTERSIGN_SMTP_URL: url,
    COUNTERSIGN_MAIL_FROM: "Larkfield <sales@larkfield.example>",
    COUNTERSIGN_URL: "https://ops.larkfield.example",
  });
  if (!settings) throw new Error("Mail is not set up.");
  const channels = { smtp: smtpSender(settings) };
  const now = () => new Date();
  const stage = { store, as: (key: Parameters<typeof ctxFor>[1]) => ctxFor(store, key, { now, channels }) };
  const system = { ...stage.as("bo"), actor: { kind: "system" as const } };
  await identifyCompany(stage);
  await store.raw.update(outreach).set({ hourlyLimit: 1000, dailyCap: MAILS });
  for (let n = 0; n < MAILS; n++) {
    const leadId = await stageLead(stage, { name: `Lead ${n}`, email: `lead-${n}@novak.example` });
    const { draftId } = await stageFollowUp({ ...stage, system }, leadId);
    await approveDraft(stage.as("bo"), { draftId, revision: 1 });
  }
  const rows = await store.raw
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.channel, "mail"));
  const later = { ...system, now: () => new Date(Date.now() + 600_000) };
  const rules = { readLetter, afterSent: async () => {}, openSlack: noSlack };
  return { ids: rows.map(({ id }) => id), send: (id) => performDelivery(later, rules, id) };
}

async function perSecond({ ids }: Due, send: (id: string) => Promise<void>): Promise<number> {
  const waiting = [...ids];
  const begin = performance.now();
  const takers = Array.from({ length: AT_ONCE }, async () => {
    for (let id = waiting.pop(); id; id = waiting.pop()) await send(id);
  });
  await Promise.all(takers);
  return round((ids.length * 1000) / (performance.now() - begin));
}

/** Composes a mail of the same length and hands it over on a connection of its own; nothing is kept of it. */
async function sendBare({ url }: MailServer, id: string): Promise<void> {
  const to = `${id}@novak.example`;
  const text = "A tablet holds a full day of inspections without a connection since version 4.2.\n".repeat(8);
  const from = "sales@larkfield.example";
  const raw = await new MailComposer({ from, to, subject: "The pilot", text, html: `<p>${text}</p>` })
    .compile()
    .build();
  const connection = new SMTPConnection({ host: "127.0.0.1", port: Number(new URL(url).port) });
  await new Promise<void>((resolve, reject) => {
    connection.on("error", reject);
    connection.connect(() =>
      connection.send({ from, to: [to] }, raw, (error) => (error ? reject(error) : resolve())),
    );
  });
  connection.quit();
}

import { asc } from "drizzle-orm";
import { mails, notices } from "#drizzle/schema/schema";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import type { CastKey, Stage } from "#e2e/support/cast";
import { mailSettings } from "#lib/channels/mail-settings";
import { smtpSender } from "#lib/channels/smtp";
import type { Ctx, UserCtx } from "#lib/events/context";
import { performMail } from "#lib/mails/perform-mail";
import { LETTERS } from "#lib/runtime/letters";

/** What links in mails begin with. */
export const SITE = "http://here.example";

/** A stage on which mail is set up, with a server that keeps what leaves. */
export type MailStage = {
  server: MailServer;
  as: (key: CastKey) => UserCtx;
  system: Ctx;
  /** Sends what is due by the clock, as the worker would. */
  deliver: () => Promise<void>;
  /** The mails there are, and the notices, in the order they were made. */
  rows: () => Promise<(typeof mails.$inferSelect)[]>;
  told: () => Promise<(typeof notices.$inferSelect)[]>;
};

/** Sets mail up for the people of a stage. Close the server afterwards. */
export async function setMail(stage: Stage): Promise<MailStage> {
  const server = await startMailServer();
  const settings = mailSettings({
    COUNTERSIGN_SMTP_URL: server.url,
    COUNTERSIGN_MAIL_FROM: "Countersign <ops@larkfield.example>",
    COUNTERSIGN_URL: SITE,
  });
  if (!settings) throw new Error("Mail is not set up.");
  const channels = { smtp: smtpSender(settings) };
  const system = { ...stage.system, channels };
  const rows = () => stage.store.raw.select().from(mails).orderBy(asc(mails.createdAt), asc(mails.id));
  return {
    server,
    as: (key) => ({ ...stage.as(key), channels }),
    system,
    deliver: async () => {
      for (const { id } of await rows()) await performMail(system, LETTERS, id);
    },
    rows,
    told: () => stage.store.raw.select().from(notices).orderBy(asc(notices.createdAt), asc(notices.id)),
  };
}

import { eq } from "drizzle-orm";
import { deliveries } from "#drizzle/schema/schema";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import type { Stage } from "#e2e/support/cast";
import { TITLES } from "#e2e/support/letters";
import type { Channels } from "#lib/channels/channel";
import { mailSettings } from "#lib/channels/mail-settings";
import { smtpSender } from "#lib/channels/smtp";
import type { LetterRules } from "#lib/deliveries/letter-rules";
import { performDelivery } from "#lib/deliveries/perform-delivery";

/** A shared mailbox on a stage, with a server that keeps what leaves by it. Close the server afterwards. */
export type PostOffice = {
  server: MailServer;
  /** Another test may take the mailbox away. */
  channels: Channels;
  perform: (deliveryId: string, rules?: LetterRules) => Promise<void>;
  row: (deliveryId: string) => Promise<typeof deliveries.$inferSelect>;
};

/** Opens one. */
export async function openPostOffice(stage: Stage): Promise<PostOffice> {
  const server = await startMailServer();
  const settings = mailSettings({
    COUNTERSIGN_SMTP_URL: server.url,
    COUNTERSIGN_MAIL_FROM: "Larkfield <sales@larkfield.example>",
    COUNTERSIGN_URL: "https://ops.larkfield.example",
  });
  if (!settings) throw new Error("Mail is not set up.");
  const office: PostOffice = {
    server,
    channels: { smtp: smtpSender(settings) },
    perform: (id, rules = TITLES) =>
      performDelivery({ ...stage.system, channels: office.channels }, rules, id),
    row: async (id) => {
      const [row] = await stage.store.raw.select().from(deliveries).where(eq(deliveries.id, id));
      if (!row) throw new Error("There is no such delivery.");
      return row;
    },
  };
  return office;
}

import type { Metadata } from "next";
import { MailList } from "#components/settings/mail-list";
import { TestMail } from "#components/settings/test-mail";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { canTryMail } from "#lib/mails/policy";
import { listMails } from "#lib/mails/queries";
import { getCalendar } from "#lib/users/calendar";
import { currentPerson, requireUser } from "#lib/web/session";
import { sendTestMailAction } from "./actions";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage() {
  const ctx = await requireUser();
  const sender = ctx.channels.smtp;
  const isAdmin = canTryMail(ctx.actor);
  const [{ email }, mails, { timeZone }] = await Promise.all([
    currentPerson(),
    isAdmin ? listMails(ctx) : [],
    getCalendar(ctx),
  ]);
  return (
    <Page measure>
      <Section title="Mail" meta={sender ? "set up" : "not set up"}>
        <div className="flex flex-col items-start gap-3 pt-3">
          {sender ? (
            <p className="text-pretty">
              Notices, invitations and links for new passwords leave from{" "}
              <span className="font-medium">{sender.from.address}</span>
              {isAdmin && ` by ${sender.host}`}. They are made from fixed templates: nothing that a model
              wrote or a source says is in them.
            </p>
          ) : (
            <p className="text-muted text-pretty">
              Countersign sends no mail. Notices stand under Notices alone, and an admin hands links for
              invitations and new passwords on. Whoever runs Countersign sets COUNTERSIGN_SMTP_URL,
              COUNTERSIGN_MAIL_FROM and COUNTERSIGN_URL to change that.
            </p>
          )}
          {sender && isAdmin && email && <TestMail action={sendTestMailAction} email={email} />}
        </div>
      </Section>
      {isAdmin && mails.length > 0 && (
        <Section title="Last mails">
          <MailList mails={mails} now={ctx.now().getTime()} timeZone={timeZone} />
        </Section>
      )}
    </Page>
  );
}

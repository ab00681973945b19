import type { Metadata } from "next";
import { ConnectedMailbox } from "#components/settings/connected-mailbox";
import { MailboxForm } from "#components/settings/mailbox-form";
import { SenderDomain } from "#components/settings/sender-domain";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { canConnectMailbox } from "#lib/mailboxes/policy";
import { findOwnMailbox } from "#lib/mailboxes/queries";
import { findSenderDomain } from "#lib/mailboxes/sender-domain";
import { getCalendar } from "#lib/users/calendar";
import { currentPerson, requireUser } from "#lib/web/session";
import {
  checkMailboxAction,
  connectMailboxAction,
  refreshSenderDomainAction,
  removeMailboxAction,
} from "./actions";

export const metadata: Metadata = { title: "Mailbox" };

export default async function MailboxPage() {
  const ctx = await requireUser();
  const [own, domain, person, calendar] = await Promise.all([
    findOwnMailbox(ctx),
    findSenderDomain(ctx),
    currentPerson(),
    getCalendar(ctx),
  ]);
  const canConnect = canConnectMailbox(ctx.actor);
  const shared = ctx.channels.smtp?.from.address;
  return (
    <Page measure>
      <Section title="Your mailbox" meta={own ? "connected" : "not connected"}>
        {own ? (
          <ConnectedMailbox
            mailbox={own}
            calendar={calendar}
            check={checkMailboxAction}
            remove={removeMailboxAction.bind(null, own.id)}
          />
        ) : (
          <p className="pt-3 text-muted text-pretty">
            {shared
              ? `What you approve leaves from ${shared}, under your name.`
              : "What you approve is kept as a file, and nothing is sent."}
          </p>
        )}
      </Section>
      {domain && (
        <SenderDomain
          found={domain}
          calendar={calendar}
          check={canConnect ? refreshSenderDomainAction : null}
        />
      )}
      {canConnect && (
        <Section title={own ? "Connect another one" : "Connect your mailbox"}>
          <MailboxForm
            key={own?.id ?? "none"}
            action={connectMailboxAction}
            name={own?.name ?? person.name}
            address={own?.address ?? person.email ?? ""}
          />
        </Section>
      )}
    </Page>
  );
}

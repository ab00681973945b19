import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SentFacts } from "#components/deliveries/sent-facts";
import { SentMail } from "#components/deliveries/sent-letter";
import { SettleSent } from "#components/deliveries/settle-sent";
import { Live } from "#components/shell/live";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { getSent } from "#lib/deliveries/sent-queries";
import { canStoreSource } from "#lib/intake/policy";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";
import { settle } from "../../reviews/verbs";

export const metadata: Metadata = { title: "Delivery" };

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireUser();
  const { id } = await params;
  const [found, calendar] = await Promise.all([unlessRefused(getSent(ctx, id)), getCalendar(ctx)]);
  if (!found.ok) notFound();
  const sent = found.value;
  return (
    <>
      <TopBar
        title={sent.title}
        within={{ href: "/deliveries", label: "Deliveries" }}
        newSource={canStoreSource(ctx.actor)}
      />
      <Live on={["delivery."]} since={await newestEvent()} />
      <SettleSent sent={sent} settle={settle} />
      <Page>
        <SentFacts sent={sent} calendar={calendar} />
        {sent.state === "sent" && sent.mailbox === "outbox" && (
          <p className="pt-3 text-muted text-pretty">
            Kept as a file, nothing was sent: no mailbox is set up. Connect yours under Settings, Mailbox.
          </p>
        )}
        {sent.letter && <SentMail letter={sent.letter} download={`/api/deliveries/${sent.id}`} />}
      </Page>
    </>
  );
}

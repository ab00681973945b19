import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RefusedList } from "#components/records/refused-list";
import { Live } from "#components/shell/live";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { HistoryList } from "#components/standups/history-list";
import { EmptyState } from "#components/ui/empty-state";
import { Older } from "#components/ui/older";
import { Section } from "#components/ui/section";
import { addressOf } from "#lib/format/address";
import { AddressWord } from "#lib/inputs/address";
import { getHistory } from "#lib/standups/history";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Updates over time" };

const Address = z.object({ cursor: AddressWord });

export default async function HistoryPage({ params, searchParams }: PageProps<"/standups/people/[id]">) {
  const ctx = await requireUser();
  const { id } = await params;
  const { cursor } = Address.parse(await searchParams);
  const path = `/standups/people/${id}`;
  const [found, { today }] = await Promise.all([
    unlessRefused(getHistory(ctx, { userId: id, cursor })),
    getCalendar(ctx),
  ]);
  if (!found.ok && (!cursor || found.code === "not_found")) notFound();
  if (!found.ok) return <RefusedList refusal={found} href={path} />;
  const { person, rows, next } = found.value;
  const self = person.id === ctx.actor.id;
  return (
    <>
      <Live on={["source.", "blocker."]} since={await newestEvent()} />
      <TopBar title={person.name} within={{ href: "/standups", label: "Stand-ups" }} />
      <Page measure>
        <h2 className="text-xl tracking-tight wrap-anywhere">
          {self ? "Your updates over time" : `Updates of ${person.name}`}
        </h2>
        <p className="mt-1 max-w-[70ch] text-pretty text-muted">
          {self
            ? "You see all of it. The lead of each of your teams sees what you said to that team; nobody else sees a history."
            : `What ${person.name} said to the teams you lead. They see it too; nobody else does.`}
        </p>
        {rows.length === 0 && !cursor ? (
          <EmptyState title="No update yet">
            {self
              ? "What you write for a stand-up is kept here, day after day."
              : `${person.name} has written nothing for a team you lead.`}
          </EmptyState>
        ) : (
          <Section title="Updates">
            <HistoryList rows={rows} today={today} />
            <Older older={next && addressOf(path, { cursor: next })} newest={cursor ? path : null} />
          </Section>
        )}
      </Page>
    </>
  );
}

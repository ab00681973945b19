import type { Metadata } from "next";
import { z } from "zod";
import { LOG_DAYS, LogFilters } from "#components/log/log-filters";
import { LogList } from "#components/log/log-list";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { addDays } from "#lib/format/dates";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { LOG_DOORS } from "#lib/log/doors";
import { LOG_GROUPS } from "#lib/log/groups";
import { listEvents } from "#lib/log/queries";
import { getCalendar } from "#lib/users/calendar";
import { listPeople } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Log" };

const Address = z.object({
  group: z.enum(LOG_GROUPS).optional().catch(undefined),
  door: z.enum(LOG_DOORS).optional().catch(undefined),
  days: z.enum(LOG_DAYS).optional().catch(undefined),
  who: AddressWord,
  cursor: AddressWord,
});

export default async function LogPage({ searchParams }: PageProps<"/log">) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { group, who, door, days, cursor } = Address.parse(await searchParams);
  const me = ctx.actor.id;
  const personId = who === "me" ? me : who || undefined;
  const [calendar, people] = await Promise.all([getCalendar(ctx), listPeople(ctx)]);
  const since = days && addDays(calendar.today, 1 - Number(days));
  const list = await unlessRefused(listEvents(ctx, { group, personId, door, since, cursor }));
  const filters = { group, who, door, days };
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <>
      <TopBar title="Log" newSource={stores} />
      <RecordFrame filters={<LogFilters filters={filters} people={people.filter(({ id }) => id !== me)} />}>
        <PagedList
          list={list}
          path="/log"
          filters={filters}
          cursor={cursor}
          empty={
            <EmptyState
              title="Nothing to show"
              actions={narrowed && <LinkButton href="/log">Take the filters off</LinkButton>}
            >
              What happens to sources, drafts and records that are shared with you is written here, a line
              each, and never changed.
            </EmptyState>
          }
        >
          {(rows) => <LogList lines={rows} calendar={calendar} />}
        </PagedList>
      </RecordFrame>
    </>
  );
}

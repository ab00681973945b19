import type { Metadata } from "next";
import { z } from "zod";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { SeriesList } from "#components/series/series-list";
import { Live } from "#components/shell/live";
import { NewSource } from "#components/shell/new-source";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { listSeries } from "#lib/series/queries";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Series" };

const Address = z.object({ cursor: AddressWord });

export default async function SeriesPage({ searchParams }: PageProps<"/series">) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { cursor } = Address.parse(await searchParams);
  const [list, calendar] = await Promise.all([unlessRefused(listSeries(ctx, { cursor })), getCalendar(ctx)]);
  return (
    <>
      <TopBar title="Series" newSource={stores} />
      <Live on={["series.", "source.", "draft.", "action."]} since={await newestEvent()} />
      <RecordFrame>
        <PagedList
          list={list}
          path="/series"
          cursor={cursor}
          empty={
            <EmptyState title="No series yet" actions={stores && <NewSource />}>
              Name a series when you store notes. The draft of its next meeting then shows what is still open,
              and finds what was said before.
            </EmptyState>
          }
        >
          {(rows) => <SeriesList series={rows} calendar={calendar} />}
        </PagedList>
      </RecordFrame>
    </>
  );
}

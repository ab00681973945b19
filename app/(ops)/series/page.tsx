import type { Metadata } from "next";
import { z } from "zod";
import { Padded, RecordFrame } from "#components/records/record-frame";
import { RefusedList } from "#components/records/refused";
import { SeriesList } from "#components/series/series-list";
import { Live } from "#components/shell/live";
import { NEW_SOURCE } from "#components/shell/places";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { Older } from "#components/ui/older";
import { addressOf } from "#lib/format/address";
import { canStoreSource } from "#lib/intake/policy";
import { listSeries } from "#lib/series/queries";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Series" };

const Address = z.object({ cursor: z.string().max(200).optional().catch(undefined) });

type SeriesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SeriesPage({ searchParams }: SeriesPageProps) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { cursor } = Address.parse(await searchParams);
  const [list, calendar] = await Promise.all([unlessRefused(listSeries(ctx, { cursor })), getCalendar(ctx)]);
  return (
    <>
      <TopBar title="Series" newSource={stores} />
      <Live on={["series.", "source.", "draft.", "action."]} since={await newestEvent()} />
      <RecordFrame>
        {!list.ok && <RefusedList refusal={list} href="/series" />}
        {list.ok && list.value.rows.length === 0 && (
          <EmptyState
            title="No series yet"
            actions={
              stores && (
                <LinkButton href={NEW_SOURCE} icon="plus">
                  New source
                </LinkButton>
              )
            }
          >
            Name a series when you store notes. The draft of its next meeting then shows what is still open,
            and finds what was said before.
          </EmptyState>
        )}
        {list.ok && (
          <>
            <SeriesList series={list.value.rows} calendar={calendar} />
            <Padded>
              <Older
                older={list.value.next && addressOf("/series", { cursor: list.value.next })}
                newest={cursor ? "/series" : null}
              />
            </Padded>
          </>
        )}
      </RecordFrame>
    </>
  );
}

import type { Metadata } from "next";
import { z } from "zod";
import { ExportMenu } from "#components/records/export-menu";
import { NoPromises } from "#components/records/no-promises";
import { OpenedSheet } from "#components/records/opened-sheet";
import { PagedList } from "#components/records/paged-list";
import { PromiseFilters } from "#components/records/promise-filters";
import { PromiseList, PromiseSheet } from "#components/records/promise-list";
import { RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { addressOf } from "#lib/format/address";
import { addDays } from "#lib/format/dates";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { countPromises, getPromise, listPromisedTo, listPromises } from "#lib/promises/queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Promises" };

const Address = z.object({
  show: z.enum(["ahead", "past"]).catch("ahead"),
  who: AddressWord,
  to: AddressWord,
  open: AddressWord,
  cursor: AddressWord,
});

export default async function PromisesPage({ searchParams }: PageProps<"/promises">) {
  const ctx = await requireUser();
  const { show, who, to, open, cursor } = Address.parse(await searchParams);
  const calendar = await getCalendar(ctx);
  const me = ctx.actor.id;
  const whose = { promiserId: (who === "me" ? me : who) || undefined, toName: to || undefined };
  const ahead = { ...whose, dueFrom: calendar.today };
  const past = { ...whose, dueUntil: addDays(calendar.today, -1) };
  const [list, opened, counts, people, recipients] = await Promise.all([
    unlessRefused(listPromises(ctx, { ...(show === "ahead" ? ahead : past), cursor })),
    open ? unlessRefused(getPromise(ctx, open)) : null,
    countPromises(ctx, { ahead, past }),
    listRoster(ctx),
    listPromisedTo(ctx),
  ]);
  const filters = { show: show === "ahead" ? null : show, who, to };
  const closeHref = addressOf("/promises", { ...filters, cursor });
  return (
    <>
      <TopBar title="Promises" newSource={canStoreSource(ctx.actor)} />
      <Live on={["draft.approved", "draft.reopened"]} since={await newestEvent()} />
      <RecordFrame
        filters={
          <>
            <PromiseFilters
              show={show}
              counts={counts}
              filters={filters}
              people={people}
              recipients={recipients}
              me={me}
            />
            <span className="ml-auto">
              <ExportMenu of="promises" filters={filters} />
            </span>
          </>
        }
        sheet={
          <OpenedSheet label="Promise" opened={opened} closeHref={closeHref}>
            {(promise) => <PromiseSheet promise={promise} closeHref={closeHref} calendar={calendar} />}
          </OpenedSheet>
        }
      >
        <PagedList
          list={list}
          path="/promises"
          filters={filters}
          cursor={cursor}
          empty={<NoPromises show={show} narrowed={Boolean(who || to)} />}
        >
          {(rows) => (
            <PromiseList
              promises={rows}
              keep={{ ...filters, cursor }}
              openId={open}
              me={me}
              calendar={calendar}
            />
          )}
        </PagedList>
      </RecordFrame>
    </>
  );
}

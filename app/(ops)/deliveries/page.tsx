import type { Metadata } from "next";
import { z } from "zod";
import { SentList } from "#components/deliveries/sent-list";
import { UnsettledBand } from "#components/deliveries/unsettled-band";
import { FilterSelect } from "#components/records/filter-select";
import { Moment } from "#components/records/moment";
import { PagedList } from "#components/records/paged-list";
import { peopleOptions } from "#components/records/people-options";
import { Padded, RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { TextLink } from "#components/ui/text-link";
import { SentFilter } from "#lib/deliveries/schema";
import { countUnsettled, listSent } from "#lib/deliveries/sent-queries";
import { addressOf } from "#lib/format/address";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Deliveries" };

const Address = z.object({
  state: SentFilter.shape.state.catch(undefined),
  since: SentFilter.shape.since.catch(undefined),
  who: AddressWord,
  cursor: AddressWord,
});
const STATES = [
  { value: "", label: "Any state" },
  { value: "scheduled", label: "Will leave" },
  { value: "sent", label: "Sent" },
  { value: "unknown", label: "Unknown" },
  { value: "failed", label: "Failed" },
  { value: "returned", label: "Returned" },
  { value: "cancelled", label: "Taken back" },
];

export default async function DeliveriesPage({ searchParams }: PageProps<"/deliveries">) {
  const ctx = await requireUser();
  const { state, who, since, cursor } = Address.parse(await searchParams);
  const me = ctx.actor.id;
  const [list, people, calendar, unsettled] = await Promise.all([
    unlessRefused(listSent(ctx, { state, since, who: (who === "me" ? me : who) || undefined, cursor })),
    listRoster(ctx),
    getCalendar(ctx),
    countUnsettled(ctx),
  ]);
  const filters = { state, who, since };
  return (
    <>
      <TopBar title="Deliveries" newSource={canStoreSource(ctx.actor)} />
      <Live on={["delivery."]} since={await newestEvent()} />
      <RecordFrame
        filters={
          <>
            <FilterSelect
              label="State"
              name="state"
              value={state ?? ""}
              options={STATES}
              path="/deliveries"
              keep={{ who, since }}
            />
            <FilterSelect
              label="Approved by"
              name="who"
              value={who ?? ""}
              options={peopleOptions(people, me)}
              icon="user"
              path="/deliveries"
              keep={{ state, since }}
            />
            {since && (
              <span className="text-xs text-muted">
                Ended since <Moment at={since} calendar={calendar} />.{" "}
                <TextLink href={addressOf("/deliveries", { state, who })}>Of any time</TextLink>
              </span>
            )}
          </>
        }
      >
        {!state && <UnsettledBand {...unsettled} />}
        <PagedList
          list={list}
          path="/deliveries"
          filters={filters}
          cursor={cursor}
          empty={<NoDeliveries narrowed={Boolean(state || who || since)} />}
        >
          {(rows) => (
            <Padded>
              <SentList rows={rows} calendar={calendar} />
            </Padded>
          )}
        </PagedList>
      </RecordFrame>
    </>
  );
}

function NoDeliveries({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <EmptyState
        title="No delivery fits"
        actions={<LinkButton href="/deliveries">Show all deliveries</LinkButton>}
      >
        Those of drafts that aren’t shared with you are left out.
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing has left yet">
      What leaves because somebody approved it stands here: mails and filed pages, with who approved them and
      what became of them.
    </EmptyState>
  );
}

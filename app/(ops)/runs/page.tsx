import type { Metadata } from "next";
import { z } from "zod";
import { PagedList } from "#components/records/paged-list";
import { Padded, RecordFrame } from "#components/records/record-frame";
import { RunList } from "#components/records/run-list";
import { Live } from "#components/shell/live";
import { NewSource } from "#components/shell/new-source";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { Segmented } from "#components/ui/segmented";
import { addressOf } from "#lib/format/address";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { listRuns } from "#lib/runs/queries";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Runs" };

const Address = z.object({
  show: z.enum(["going", "stopped", "done"]).optional().catch(undefined),
  cursor: AddressWord,
});

export default async function RunsPage({ searchParams }: PageProps<"/runs">) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { show, cursor } = Address.parse(await searchParams);
  const [list, calendar] = await Promise.all([
    unlessRefused(listRuns(ctx, { show, cursor })),
    getCalendar(ctx),
  ]);
  return (
    <>
      <TopBar title="Runs" newSource={stores} />
      <Live on={["run."]} since={await newestEvent()} />
      <RecordFrame
        filters={
          <Segmented
            label="Which runs"
            value={show ?? ""}
            segments={[
              { value: "", label: "All" },
              { value: "going", label: "Going on" },
              { value: "stopped", label: "Without a draft" },
              { value: "done", label: "Done" },
            ]}
            hrefOf={(value) => addressOf("/runs", { show: value })}
          />
        }
      >
        <PagedList
          list={list}
          path="/runs"
          filters={{ show }}
          cursor={cursor}
          empty={<NoRuns narrowed={Boolean(show)} stores={stores} />}
        >
          {(rows) => (
            <Padded>
              <RunList runs={rows} calendar={calendar} />
            </Padded>
          )}
        </PagedList>
      </RecordFrame>
    </>
  );
}

function NoRuns({ narrowed, stores }: { narrowed: boolean; stores: boolean }) {
  if (narrowed) {
    return (
      <EmptyState
        title="No run is in this state"
        actions={<LinkButton href="/runs">Show all runs</LinkButton>}
      >
        Runs of sources that aren’t shared with you are left out.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No runs yet" actions={stores && <NewSource />}>
      Each source that is stored starts a run, which writes a draft from it. What it did and what it cost
      stands here.
    </EmptyState>
  );
}

import type { Metadata } from "next";
import { z } from "zod";
import { ImportList } from "#components/leads/import-list";
import { ImportUpload } from "#components/leads/import-upload";
import { PagedList } from "#components/records/paged-list";
import { Padded, RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { canImportLeads } from "#lib/lead-imports/policy";
import { listImports } from "#lib/lead-imports/queries";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Import leads" };

const Address = z.object({ cursor: AddressWord });

export default async function ImportPage({ searchParams }: PageProps<"/leads/import">) {
  const ctx = await requireUser();
  const { cursor } = Address.parse(await searchParams);
  const [list, calendar] = await Promise.all([unlessRefused(listImports(ctx, cursor)), getCalendar(ctx)]);
  return (
    <>
      <TopBar
        title="Import leads"
        within={{ href: "/leads", label: "Leads" }}
        newSource={canStoreSource(ctx.actor)}
      />
      <Live on={["lead_import."]} since={await newestEvent()} />
      <RecordFrame>
        {canImportLeads(ctx.actor) && !cursor && <ImportUpload />}
        <PagedList
          list={list}
          path="/leads/import"
          cursor={cursor}
          empty={
            <EmptyState title="No file was imported yet">
              Each file stands here with what became of its rows.
            </EmptyState>
          }
        >
          {(rows) => (
            <Padded>
              <ImportList imports={rows} calendar={calendar} />
            </Padded>
          )}
        </PagedList>
      </RecordFrame>
    </>
  );
}

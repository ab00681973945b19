import type { Metadata } from "next";
import { z } from "zod";
import { DocumentList } from "#components/records/document-list";
import { PagedList } from "#components/records/paged-list";
import { Padded, RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { NewSource } from "#components/shell/new-source";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { listDocuments } from "#lib/documents/queries";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Documents" };

const Address = z.object({ cursor: AddressWord });

export default async function DocumentsPage({ searchParams }: PageProps<"/documents">) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { cursor } = Address.parse(await searchParams);
  const [list, calendar] = await Promise.all([
    unlessRefused(listDocuments(ctx, { cursor })),
    getCalendar(ctx),
  ]);
  return (
    <>
      <TopBar title="Documents" newSource={stores} />
      <Live on={["draft.approved", "draft.reopened"]} since={await newestEvent()} />
      <RecordFrame>
        <PagedList
          list={list}
          path="/documents"
          cursor={cursor}
          empty={
            <EmptyState title="No documents yet" actions={stores && <NewSource />}>
              Each approved draft of meeting notes files its minutes here as a page.
            </EmptyState>
          }
        >
          {(rows) => (
            <Padded>
              <DocumentList documents={rows} calendar={calendar} />
            </Padded>
          )}
        </PagedList>
      </RecordFrame>
    </>
  );
}

import type { Metadata } from "next";
import { z } from "zod";
import { DocumentList } from "#components/records/document-list";
import { PagedList } from "#components/records/paged-list";
import { Padded, RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { NEW_SOURCE } from "#components/shell/places";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { listDocuments } from "#lib/documents/queries";
import { canStoreSource } from "#lib/intake/policy";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Documents" };

const Address = z.object({ cursor: z.string().max(200).optional().catch(undefined) });

type DocumentsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DocumentsPage({ searchParams }: DocumentsPageProps) {
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
            <EmptyState
              title="No documents yet"
              actions={
                stores && (
                  <LinkButton href={NEW_SOURCE} icon="plus">
                    New source
                  </LinkButton>
                )
              }
            >
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

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocumentPoints } from "#components/records/document-points";
import { DocumentPromises } from "#components/records/document-promises";
import { DocumentTools } from "#components/records/document-tools";
import { MarkdownText } from "#components/records/markdown-text";
import { Moment } from "#components/records/moment";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { TextLink } from "#components/ui/text-link";
import { getDocument } from "#lib/documents/queries";
import { canStoreSource } from "#lib/intake/policy";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Document" };

export default async function DocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { id } = await params;
  const [found, calendar] = await Promise.all([unlessRefused(getDocument(ctx, id)), getCalendar(ctx)]);
  if (!found.ok) notFound();
  const document = found.value;
  return (
    <>
      <TopBar title={document.title} within={{ href: "/documents", label: "Documents" }} newSource={stores} />
      <Page>
        <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-xs text-muted">
          <span>
            Filed <Moment at={document.filedAt} calendar={calendar} />
            {document.approvedBy && `, approved by ${document.approvedBy}`}.{" "}
            <span className="print:hidden">
              {document.sourceDeleted ? (
                "Its source was deleted."
              ) : (
                <TextLink href={`/reviews/${document.draftId}`}>Open its draft</TextLink>
              )}
            </span>
          </span>
          <DocumentTools markdown={document.markdown} />
        </div>
        <article aria-label={document.title}>
          <MarkdownText markdown={document.markdown} />
        </article>
        <DocumentPromises promises={document.promises} today={calendar.today} />
        <DocumentPoints points={document.points} draftId={document.draftId} today={calendar.today} />
      </Page>
    </>
  );
}

import type { Metadata } from "next";
import { EmptyQueue } from "#components/review/empty-queue";
import { PageDesk } from "#components/review/page-desk";
import { countDecided } from "#lib/drafts/queue-queries";
import { QueueNarrowing } from "#lib/drafts/schema";
import { deskDraft, firstOfPart, firstOfQueue, queueNow } from "#lib/web/desk-door";
import { requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Reviews" };

const WEEK_MS = 7 * 24 * 3600 * 1000;

// An address that was made up leads to all that waits.
const Filter = QueueNarrowing.catch({ show: "waiting" });

/** The first draft of what the address shows of the queue, or of all; or what an empty queue says. */
export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const ctx = await requireUser();
  const filter = Filter.parse(await searchParams);
  const [part, queue, { choices }] = await Promise.all([firstOfPart(filter), firstOfQueue(), queueNow()]);
  const first = part.rows[0] ?? queue.rows[0];
  if (!first) {
    const own = await countDecided(ctx, new Date(ctx.now().getTime() - WEEK_MS));
    return <EmptyQueue own={own} counts={choices.counts} />;
  }
  return <PageDesk draft={await deskDraft(first.id)} />;
}

import type { Metadata } from "next";
import { DraftDesk } from "#components/review/draft-desk";
import { EmptyQueue } from "#components/review/empty-queue";
import { countDecided } from "#lib/drafts/queue-queries";
import { deskDraft, firstOfQueue, queueNow } from "#lib/web/desk-door";
import { currentPerson, requireUser } from "#lib/web/session";
import { deskVerbs } from "./desk-verbs";

export const metadata: Metadata = { title: "Reviews" };

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** The first draft of the queue, or what an empty queue says. */
export default async function ReviewsPage() {
  const ctx = await requireUser();
  const [queue, { choices }, person] = await Promise.all([firstOfQueue(), queueNow(), currentPerson()]);
  const first = queue.rows[0];
  if (!first) {
    const own = await countDecided(ctx, new Date(ctx.now().getTime() - WEEK_MS));
    return <EmptyQueue own={own} counts={choices.counts} />;
  }
  return <DraftDesk draft={await deskDraft(first.id)} verbs={deskVerbs} timeZone={person.timeZone} />;
}

import type { Metadata } from "next";
import { DraftDesk } from "#components/review/draft-desk";
import { EmptyQueue } from "#components/review/empty-queue";
import { countDecided } from "#lib/drafts/queue-queries";
import { deskDraft, firstOfQueue } from "#lib/web/desk-door";
import { currentPerson, requireUser } from "#lib/web/session";
import {
  approve,
  edit,
  join,
  keep,
  reject,
  reopen,
  rewrite,
  settle,
  split,
  stopWriting,
  undo,
} from "./verbs";

export const metadata: Metadata = { title: "Reviews" };

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** The first draft of the queue, or what an empty queue says. */
export default async function ReviewsPage() {
  const ctx = await requireUser();
  const [queue, person] = await Promise.all([firstOfQueue(), currentPerson()]);
  const first = queue.rows[0];
  if (!first) return <EmptyQueue own={await countDecided(ctx, new Date(ctx.now().getTime() - WEEK_MS))} />;
  return (
    <DraftDesk
      draft={await deskDraft(first.id)}
      verbs={{ edit, approve, reject, reopen, settle, undo, keep, split, join, rewrite, stopWriting }}
      timeZone={person.timeZone}
    />
  );
}

import type { ReactNode } from "react";
import { DeskFrame } from "#components/review/desk-frame";
import { listQueue } from "#lib/drafts/queue-queries";
import { getPerson } from "#lib/users/queries";
import { requireUser } from "#lib/web/session";
import { more, reopen } from "./verbs";

export default async function ReviewsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireUser();
  const [queue, person] = await Promise.all([listQueue(ctx), getPerson(ctx, ctx.actor.id)]);
  return (
    <DeskFrame queue={queue} verbs={{ reopen, more }} now={ctx.now().getTime()} timeZone={person.timeZone}>
      {children}
    </DeskFrame>
  );
}

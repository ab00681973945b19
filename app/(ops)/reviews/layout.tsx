import type { ReactNode } from "react";
import { DeskFrame } from "#components/review/desk-frame";
import { Live } from "#components/shell/live";
import { listQueue } from "#lib/drafts/queue-queries";
import { getPerson } from "#lib/users/queries";
import { newestEvent, requireUser } from "#lib/web/session";
import { more, reopen } from "./verbs";

export default async function ReviewsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireUser();
  const [queue, person] = await Promise.all([listQueue(ctx), getPerson(ctx, ctx.actor.id)]);
  return (
    <>
      <Live on={["draft.", "run.", "delivery."]} since={await newestEvent()} />
      <DeskFrame queue={queue} verbs={{ reopen, more }} now={ctx.now().getTime()} timeZone={person.timeZone}>
        {children}
      </DeskFrame>
    </>
  );
}

import type { ReactNode } from "react";
import { DeskFrame } from "#components/review/desk-frame";
import { Live } from "#components/shell/live";
import { firstOfQueue } from "#lib/web/desk-door";
import { currentPerson, newestEvent, requireUser } from "#lib/web/session";
import { more, reopen } from "./verbs";

export default async function ReviewsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireUser();
  const [queue, person] = await Promise.all([firstOfQueue(), currentPerson()]);
  return (
    <>
      <Live on={["draft.", "run.", "delivery."]} since={await newestEvent()} />
      <DeskFrame queue={queue} verbs={{ reopen, more }} now={ctx.now().getTime()} timeZone={person.timeZone}>
        {children}
      </DeskFrame>
    </>
  );
}

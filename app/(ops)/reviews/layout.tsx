import type { ReactNode } from "react";
import { DeskFrame } from "#components/review/desk-frame";
import { ReadingStreak } from "#components/review/reading-guard";
import { Selection } from "#components/review/selection";
import { Live } from "#components/shell/live";
import { getUnreadStreak } from "#lib/drafts/review-figures";
import { firstOfQueue, queueNow } from "#lib/web/desk-door";
import { currentPerson, keptAnswer, newestEvent, requireUser } from "#lib/web/session";
import { getCompany } from "#lib/workspace/queries";
import { deskVerbs } from "./desk-verbs";
import { dropFilter, keepFilter, renameFilter } from "./filter-verbs";
import { more, reopen } from "./verbs";

export default async function ReviewsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireUser();
  const [queue, now, person, company, streak] = await Promise.all([
    firstOfQueue(),
    queueNow(),
    currentPerson(),
    getCompany(ctx),
    keptAnswer(["unread"], getUnreadStreak),
  ]);
  return (
    <>
      <Live on={["draft.", "hold.", "run.", "delivery.", "source.corrected"]} since={await newestEvent()} />
      <ReadingStreak streak={streak}>
        <Selection selects={ctx.actor.role !== "viewer"}>
          <DeskFrame
            queue={queue}
            {...now}
            verbs={{ reopen, more, keepFilter, renameFilter, dropFilter }}
            deskVerbs={deskVerbs}
            now={ctx.now().getTime()}
            timeZone={person.timeZone}
            companyZone={company.timeZone}
          >
            {children}
          </DeskFrame>
        </Selection>
      </ReadingStreak>
    </>
  );
}

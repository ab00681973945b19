import { ShowPart } from "#components/review/show-part";
import { NewSource } from "#components/shell/new-source";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import type { QueueCounts } from "#lib/drafts/view";
import { doneSentence } from "#lib/today/headline";

type EmptyQueueProps = { own: { decided: number; unedited: number }; counts: QueueCounts };

/** What the desk says when everything is decided: what was done this week, and where the next draft comes from. */
export function EmptyQueue({ own, counts }: EmptyQueueProps) {
  return (
    <div className="flex h-full flex-col">
      <EmptyState
        title="Nothing waits for you"
        actions={
          <>
            <NewSource byKey />
            {own.decided > 0 && (
              <LinkButton href="/actions" tone="quiet">
                See the actions
              </LinkButton>
            )}
            <ShowPart show="handed" count={counts.handed}>
              Handed to you
            </ShowPart>
            <ShowPart show="snoozed" count={counts.snoozed}>
              Snoozed
            </ShowPart>
          </>
        }
      >
        {own.decided > 0
          ? doneSentence(own)
          : "A draft appears here when a source was written up. Paste notes or a transcript to get one."}
      </EmptyState>
    </div>
  );
}

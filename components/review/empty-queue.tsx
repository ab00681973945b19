import { NEW_SOURCE } from "#components/shell/places";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { doneSentence } from "#lib/today/headline";

/** What the desk says when everything is decided: what was done this week, and where the next draft comes from. */
export function EmptyQueue({ own }: { own: { decided: number; unedited: number } }) {
  return (
    <div className="flex h-full flex-col">
      <EmptyState
        title="Nothing waits for you"
        actions={
          <>
            <LinkButton href={NEW_SOURCE} icon="plus" kbd="n">
              New source
            </LinkButton>
            {own.decided > 0 && (
              <LinkButton href="/actions" tone="quiet">
                See the actions
              </LinkButton>
            )}
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

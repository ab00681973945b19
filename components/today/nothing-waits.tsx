import { NEW_SOURCE } from "#components/shell/places";
import { doneSentence } from "#components/today/lead";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";

type NothingWaitsProps = { own: { decided: number; unedited: number }; reads: boolean };

/** Today, when nothing waits: what was done, and where the next thing comes from. */
export function NothingWaits({ own, reads }: NothingWaitsProps) {
  if (reads) {
    return (
      <EmptyState
        title="Nothing waits for you"
        actions={<LinkButton href="/documents">Documents</LinkButton>}
      >
        You read what is open to all: decisions, documents and the log.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing waits for you"
      actions={
        <>
          <LinkButton href={NEW_SOURCE} icon="plus">
            New source
          </LinkButton>
          <LinkButton href="/actions" tone="quiet">
            See all actions
          </LinkButton>
        </>
      }
    >
      {own.decided > 0
        ? doneSentence(own)
        : "Paste notes or a transcript. Drafts to decide, your actions and your questions appear here."}
    </EmptyState>
  );
}

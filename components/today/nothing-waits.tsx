import { NewSource } from "#components/shell/new-source";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { addressOf } from "#lib/format/address";
import { formatCount } from "#lib/format/count";
import { doneSentence } from "#lib/today/headline";

type NothingWaitsProps = {
  own: { decided: number; unedited: number };
  /** This person's open actions, all due after this week or without a date. */
  actions: number;
  reads: boolean;
};

/** Today, when nothing waits: what was done, and where the next thing comes from. */
export function NothingWaits({ own, actions, reads }: NothingWaitsProps) {
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
          <NewSource />
          {actions > 0 ? (
            <LinkButton href={addressOf("/actions", { who: "me" })} tone="quiet">
              {actions === 1 ? "Your open action" : `Your ${formatCount(actions)} open actions`}
            </LinkButton>
          ) : (
            <LinkButton href="/actions" tone="quiet">
              See all actions
            </LinkButton>
          )}
        </>
      }
    >
      {own.decided > 0
        ? doneSentence(own)
        : "Paste notes or a transcript. Drafts to decide, your actions and your questions appear here."}
    </EmptyState>
  );
}

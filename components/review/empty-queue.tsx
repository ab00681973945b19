import { NEW_SOURCE } from "#components/shell/places";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";

/** What the desk says when everything is decided: what was done this week, and where the next draft comes from. */
export function EmptyQueue({ decided, unedited }: { decided: number; unedited: number }) {
  return (
    <div className="flex h-full flex-col">
      <EmptyState
        title="Nothing waits for you"
        actions={
          <LinkButton href={NEW_SOURCE} icon="plus" kbd="n">
            New source
          </LinkButton>
        }
      >
        {said(decided, unedited)}
      </EmptyState>
    </div>
  );
}

function said(decided: number, unedited: number): string {
  if (decided === 0)
    return "A draft appears here when a source was written up. Paste notes or a transcript to get one.";
  const all = decided === 1 ? "one draft" : `${decided} drafts`;
  if (unedited === 0) return `You decided ${all} this week, each after an edit.`;
  return `You decided ${all} this week, ${unedited === decided ? "all" : unedited} of them unedited.`;
}

import type { ActionShow } from "#components/records/action-filters";
import { NewSource } from "#components/shell/new-source";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";

const NOTHING: Record<ActionShow, string> = {
  open: "No open actions",
  overdue: "Nothing is overdue",
  done: "No action is done yet",
  cancelled: "No action was cancelled",
};

type NoActionsProps = { show: ActionShow; mine: boolean; narrowed: boolean; stores: boolean };

/** Says why a list of actions is empty, and what comes next. */
export function NoActions({ show, mine, narrowed, stores }: NoActionsProps) {
  if (narrowed) {
    return (
      <EmptyState
        title={mine ? `${NOTHING[show]} of yours` : NOTHING[show]}
        actions={<LinkButton href="/actions">Show everybody’s</LinkButton>}
      >
        The list shows one person or team alone. Actions of sources that aren’t shared with you are left out,
        unless they are yours.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={NOTHING[show]} actions={stores && <NewSource />}>
      {show === "open"
        ? "Actions appear here when a draft of meeting notes is approved, with their owner, their day and their sentence."
        : "Everything else stands under Open."}
    </EmptyState>
  );
}

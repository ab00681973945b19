import type { BlockerShow } from "#components/blockers/blocker-filters";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";

const NOTHING: Record<BlockerShow, string> = {
  live: "Nobody is blocked",
  resolved: "No blocker was resolved yet",
  accepted: "Nothing is lived with",
  dismissed: "Nothing was said to be no blocker",
};

/** Says why a list of blockers is empty, and what comes next. */
export function NoBlockers({ show, narrowed }: { show: BlockerShow; narrowed: boolean }) {
  if (narrowed)
    return (
      <EmptyState
        title={`${NOTHING[show]} here`}
        actions={<LinkButton href="/blockers">Show everybody’s</LinkButton>}
      >
        The list shows one person or team alone. What a team keeps to itself is shown to its members and its
        lead.
      </EmptyState>
    );
  return (
    <EmptyState title={NOTHING[show]}>
      {show === "live"
        ? "What an update says is in somebody’s way appears here at once, with its words, until somebody ends it."
        : "Everything else stands under Open."}
    </EmptyState>
  );
}

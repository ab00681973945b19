import type { PromiseShow } from "#components/records/promise-filters";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";

/** Says why a list of promises is empty, and what comes next. */
export function NoPromises({ show, narrowed }: { show: PromiseShow; narrowed: boolean }) {
  if (narrowed) {
    return (
      <EmptyState
        title="No such promises"
        actions={<LinkButton href="/promises">Show everybody’s</LinkButton>}
      >
        The list shows what one person promised, or what was promised to one.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={show === "ahead" ? "No promises ahead" : "No promise is past its day"}>
      {show === "ahead"
        ? "What was promised to a customer or another company appears here when a draft of meeting notes is approved, with who, to whom and until when."
        : "What is still ahead, or has no date, stands under Ahead."}
    </EmptyState>
  );
}

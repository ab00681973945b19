import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";

/** The same answer for what isn't there and for what is not shared with the reader. */
export default function OpsNotFound() {
  return (
    <>
      <TopBar title="Not found" />
      <EmptyState
        title="There is nothing here for you"
        actions={<LinkButton href="/">Go to Today</LinkButton>}
      >
        It was removed or never there, or its source is not shared with you. Whoever stored the source can
        share it.
      </EmptyState>
    </>
  );
}

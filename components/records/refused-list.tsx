import { ErrorState } from "#components/ui/error-state";
import { LinkButton } from "#components/ui/link-button";
import type { Refusal } from "#lib/web/refusal";

/** Stands in for a list whose address leads nowhere. */
export function RefusedList({ refusal, href }: { refusal: Refusal; href: string }) {
  return (
    <ErrorState
      title="This page of the list can’t be shown"
      retry={<LinkButton href={href}>Go to the start</LinkButton>}
    >
      {refusal.message}
    </ErrorState>
  );
}

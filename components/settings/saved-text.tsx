import type { Outcome } from "#lib/web/door";

/** Says that a form was saved; said once to screen readers, and gone when it is sent again. */
export function SavedText({
  outcome,
  children = "Saved.",
}: {
  outcome: Outcome<unknown> | null;
  children?: string;
}) {
  return (
    <span role="status" className="text-xs text-muted">
      {outcome?.ok ? children : ""}
    </span>
  );
}

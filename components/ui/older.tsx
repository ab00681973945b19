import { LinkButton } from "#components/ui/link-button";

/** Leads on to the rows before these, and back to the newest. Nothing where there is neither. */
export function Older({ older, newest }: { older: string | null; newest: string | null }) {
  if (!older && !newest) return null;
  return (
    <nav aria-label="Pages" className="flex gap-2 py-3">
      {older && <LinkButton href={older}>Older</LinkButton>}
      {newest && (
        <LinkButton href={newest} tone="quiet">
          Newest
        </LinkButton>
      )}
    </nav>
  );
}

import { Door } from "#components/shell/door";
import { LinkButton } from "#components/ui/link-button";

export default function NotFound() {
  return (
    <Door>
      <h2 className="text-lg tracking-tight">There is no such page</h2>
      <p className="text-muted">The address has a slip in it, or the page has moved.</p>
      <div>
        <LinkButton href="/">Go to Today</LinkButton>
      </div>
    </Door>
  );
}

import { BASIS_NAMES } from "#components/leads/consent-words";
import { Badge } from "#components/ui/badge";
import { formatDay } from "#lib/format/dates";
import type { Writable } from "#lib/leads/view";

/** Whether a lead may be written to, by word and by shape. */
export function WritableBadge({ writable, today }: { writable: Writable; today: string }) {
  if (writable.state === "no_address") return <Badge icon="dashed">no address</Badge>;
  if (writable.state === "none") return <Badge icon="ring">no consent</Badge>;
  if (writable.state === "suppressed")
    return (
      <Badge tone="danger" icon="block">
        suppressed
      </Badge>
    );
  const { word } = BASIS_NAMES[writable.basis];
  const until = writable.expiresOn ? shortDay(writable.expiresOn, today) : null;
  if (writable.state === "expired")
    return (
      <Badge tone="warn" icon="clock">
        expired {until}
      </Badge>
    );
  return (
    <Badge tone="ok" icon="check">
      {until ? `${word}, to ${until}` : word}
    </Badge>
  );
}

/** Without the day of the week, which says nothing of a day so far away. */
function shortDay(day: string, today: string): string {
  return formatDay(day, { today }).slice("Mon ".length);
}

import { type Day as CalendarDay, formatDay } from "#lib/format/dates";
import { formatDistance } from "#lib/format/moments";

/** A calendar day: "Fri 27 Nov", with the year when it is not this one; how far it is on hover. */
export function Day({ on, today }: { on: CalendarDay; today: CalendarDay }) {
  return (
    <time dateTime={on} title={formatDistance(on, { today })} className="whitespace-nowrap">
      {formatDay(on, { today })}
    </time>
  );
}

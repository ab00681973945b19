import { formatDay, localDay } from "#lib/format/dates";
import { formatMoment, formatTime } from "#lib/format/moments";
import type { Calendar } from "#lib/users/calendar";

type MomentProps = {
  /** ISO instant. */
  at: string;
  calendar: Calendar;
  /** day: without the time of day. */
  show?: "day" | "time" | "both";
};

/** An instant in the reader's zone: "Fri 20 Nov, 09:14"; in full with its zone on hover. */
export function Moment({ at, calendar: { timeZone, today }, show = "both" }: MomentProps) {
  const instant = new Date(at);
  const day = formatDay(localDay(instant, timeZone), { today });
  const time = formatTime(instant, timeZone);
  return (
    <time dateTime={at} title={formatMoment(instant, timeZone)} className="whitespace-nowrap">
      {show === "day" ? day : show === "time" ? time : `${day}, ${time}`}
    </time>
  );
}

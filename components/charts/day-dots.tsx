import type { DayUse } from "#lib/figures/people-queries";

const looks: Record<DayUse, string> = {
  decided: "border-chart-1 bg-chart-1",
  sent: "border-chart-1 bg-chart-band",
  none: "border-line-strong",
};
const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const WORDS: Record<DayUse, string> = { decided: "decided", sent: "sent sources", none: "nothing" };

/** A dot for each day of a working week: what somebody did on it. */
export function DayDots({ days }: { days: DayUse[] }) {
  return (
    <span role="img" aria-label={wordsOf(days)} className="flex gap-0.75">
      {days.map((day, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day has no other name
        <Dot key={at} day={day} />
      ))}
    </span>
  );
}

/** One of them, beside the word it stands for. */
export function Dot({ day }: { day: DayUse }) {
  return <i aria-hidden="true" className={`inline-block size-2.5 rounded-xs border ${looks[day]}`} />;
}

function wordsOf(days: DayUse[]): string {
  return days.map((day, at) => `${NAMES[at]} ${WORDS[day]}`).join(", ");
}

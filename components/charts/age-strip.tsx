import { AGE_TICKS, LATE_MS, placeOfAge, STRIP_WIDTH } from "#lib/format/age-axis";
import { formatAge } from "#lib/format/dates";

/** Dots that are drawn; more would be one bar. */
const MOST_DOTS = 80;
const DAY_MS = 86_400_000;

/** How long each of some drafts has waited: one dot a draft on a logarithmic axis. Takes milliseconds, the longest first. */
export function AgeStrip({ ages }: { ages: number[] }) {
  const oldest = ages[0] ?? 0;
  const late = ages.filter((age) => age > LATE_MS).length;
  const label = `${ages.length} waiting, the oldest ${formatAge(oldest > DAY_MS ? Math.floor(oldest / 3_600_000) * 3_600_000 : oldest)}${late ? `, ${late} for more than two days` : ""}`;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 0 ${STRIP_WIDTH + 8} 14`}
      width={STRIP_WIDTH + 8}
      height="14"
      className="block max-w-full"
    >
      <path d={`M0 7.5H${STRIP_WIDTH}`} className="stroke-chart-grid" shapeRendering="crispEdges" />
      {ages.slice(0, MOST_DOTS).map((age, at) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity, and no state
          key={at}
          cx={placeOfAge(age)}
          cy="7"
          r="3"
          opacity="0.9"
          className={age > LATE_MS ? "fill-danger-text" : "fill-chart-1"}
        />
      ))}
    </svg>
  );
}

/** The ages below some strips. */
export function AgeScale() {
  return (
    <svg
      aria-hidden="true"
      viewBox={`-4 0 ${STRIP_WIDTH + 8} 14`}
      width={STRIP_WIDTH + 8}
      height="14"
      className="block max-w-full"
    >
      {AGE_TICKS.map(({ label, at }) => (
        <text
          key={label}
          x={at}
          y="10"
          textAnchor={at === STRIP_WIDTH ? "end" : "middle"}
          className="fill-faint text-2xs"
        >
          {label}
        </text>
      ))}
    </svg>
  );
}

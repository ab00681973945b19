import { roundTicks, scaleOf } from "#lib/format/chart-scale";

/** One bar: its value, how far it might be off, and its name. */
export type Ranged = { name: string; value: number; low: number; high: number };

const WIDTH = 212;
const HEIGHT = 92;
const LEFT = 24;
const TOP = 6;
const BOTTOM = 74;
const BAR = 13;

type RangeBarProps = {
  bars: Ranged[];
  /** What it shows, as a sentence. */
  label: string;
};

/** Bars with their ranges, the newest at the right in colour. Values may be negative. */
export function RangeBar({ bars, label }: RangeBarProps) {
  const low = Math.min(0, ...bars.map((bar) => bar.low));
  const high = Math.max(1, ...bars.map((bar) => bar.high));
  const y = scaleOf(low, high, BOTTOM, TOP);
  const step = (WIDTH - LEFT) / Math.max(bars.length, 1);
  return (
    <svg
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="my-2 block"
    >
      {roundTicks(low, high, 3).map((tick) => (
        <g key={tick}>
          <path
            d={`M${LEFT} ${y(tick)}H${WIDTH}`}
            className={tick === 0 ? "stroke-line-strong" : "stroke-chart-grid"}
            shapeRendering="crispEdges"
          />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className="fill-faint text-2xs">
            {tick < 0 ? `−${-tick}` : tick}
          </text>
        </g>
      ))}
      {bars.map((bar, at) => {
        const x = LEFT + at * step + (step - BAR) / 2;
        const top = Math.min(y(bar.value), y(0));
        return (
          <g key={bar.name}>
            <rect
              x={x}
              y={top}
              width={BAR}
              height={Math.max(Math.abs(y(bar.value) - y(0)), 0.5)}
              className={at === bars.length - 1 ? "fill-chart-1" : "fill-chart-3"}
            />
            <path d={`M${x + BAR / 2} ${y(bar.low)}V${y(bar.high)}`} className="stroke-ink" />
          </g>
        );
      })}
      <text x={LEFT} y={HEIGHT - 2} className="fill-faint text-2xs">
        {bars[0]?.name}
      </text>
      <text x={WIDTH} y={HEIGHT - 2} textAnchor="end" className="fill-faint text-2xs">
        {bars.at(-1)?.name}
      </text>
    </svg>
  );
}

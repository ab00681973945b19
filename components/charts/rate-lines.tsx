import { roundTicks, scaleOf } from "#lib/format/chart-scale";

/** One point in time: two rates in per cent, null where there was nothing to take one of. */
export type RatePoint = { name: string; first: number | null; second: number | null };
/** Something that happened at a point. */
export type RateMark = { name: string; text: string };

const WIDTH = 231;
const HEIGHT = 176;
const LEFT = 30;
const RIGHT = 227;
const TOP = 12;
const BOTTOM = 150;

type RateLinesProps = { points: RatePoint[]; marks: RateMark[]; label: string };

/** Two rates over time, the first in grey and the second in colour; a dotted line where something changed. */
export function RateLines({ points, marks, label }: RateLinesProps) {
  const known = points.flatMap(({ first, second }) => [first, second]).filter((rate) => rate !== null);
  const floor = Math.min(80, Math.floor(Math.min(100, ...known) / 20) * 20);
  const y = scaleOf(floor, 100, BOTTOM, TOP);
  const x = scaleOf(0, Math.max(points.length - 1, 1), LEFT, RIGHT);
  return (
    <svg
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block"
    >
      {roundTicks(floor, 100).map((tick) => (
        <g key={tick}>
          <path
            d={`M${LEFT} ${y(tick)}H${RIGHT}`}
            className="stroke-chart-grid"
            shapeRendering="crispEdges"
          />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="fill-faint text-2xs">
            {tick}
          </text>
        </g>
      ))}
      <Line of={points.map(({ first }) => first)} x={x} y={y} tone="second" />
      <Line of={points.map(({ second }) => second)} x={x} y={y} tone="first" />
      {marks.slice(-2).map(({ name, text }, at) => {
        const place = x(points.findIndex((point) => point.name === name));
        return (
          <g key={`${name} ${text}`}>
            <path d={`M${place} ${TOP - 2}V${BOTTOM}`} strokeDasharray="2 3" className="stroke-line-strong" />
            <text
              x={place < WIDTH / 2 ? place + 4 : place - 4}
              y={BOTTOM - 6 - at * 14}
              textAnchor={place < WIDTH / 2 ? "start" : "end"}
              strokeWidth={4}
              paintOrder="stroke"
              className="fill-faint stroke-surface text-2xs"
            >
              {text}
            </text>
          </g>
        );
      })}
      <text x={LEFT} y={HEIGHT - 6} className="fill-faint text-2xs">
        {points[0]?.name}
      </text>
      <text x={RIGHT} y={HEIGHT - 6} textAnchor="end" className="fill-faint text-2xs">
        {points.at(-1)?.name}
      </text>
    </svg>
  );
}

const tones = {
  first: { line: "stroke-chart-1", width: 1.75, dot: "fill-chart-1" },
  second: { line: "stroke-chart-2", width: 1.5, dot: "fill-chart-2" },
};

type LineProps = {
  of: (number | null)[];
  x: (at: number) => number;
  y: (rate: number) => number;
  tone: keyof typeof tones;
};

function Line({ of, x, y, tone }: LineProps) {
  const look = tones[tone];
  const last = of.findLastIndex((rate) => rate !== null);
  const newest = of[last];
  return (
    <>
      <path
        d={pathOf(of, x, y)}
        fill="none"
        strokeWidth={look.width}
        strokeLinejoin="round"
        strokeLinecap="round"
        className={look.line}
      />
      {newest !== null && newest !== undefined && (
        <circle cx={x(last)} cy={y(newest)} r="2.5" className={look.dot} />
      )}
    </>
  );
}

/** A gap where there was nothing to take a rate of. */
function pathOf(rates: (number | null)[], x: LineProps["x"], y: LineProps["y"]): string {
  return rates
    .map((rate, at) => {
      if (rate === null) return "";
      const before = rates[at - 1];
      return `${before === null || before === undefined ? "M" : "L"}${x(at)} ${y(rate)}`;
    })
    .join("");
}

/** A piece of a line, beside the word it stands for. */
export function LineKey({ tone }: { tone: keyof typeof tones }) {
  return (
    <svg aria-hidden="true" width="14" height="8" className="mr-1.5 inline-block flex-none align-middle">
      <path d="M1 4H13" strokeWidth={tones[tone].width} className={tones[tone].line} />
    </svg>
  );
}

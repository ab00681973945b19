type MeterProps = {
  /** How much is used, 1 for all of it. */
  share: number;
  /** How far the month is, from 0 to 1: the tick. */
  elapsed: number;
  label: string;
};

/** Above it a budget is nearly used. */
export const NEARLY = 0.9;

/** How much of a budget is used, and a tick for how far the month is. */
export function Meter({ share, elapsed, label }: MeterProps) {
  const used = Math.min(share, 1) * 100;
  return (
    <svg role="img" aria-label={label} width="66" height="12" viewBox="0 0 66 12" className="block">
      <rect y="3" width="66" height="6" rx="1" className="fill-neutral-3" />
      <rect
        y="3"
        width={(66 * used) / 100}
        height="6"
        rx="1"
        className={share > NEARLY ? "fill-warn-text" : "fill-chart-1"}
      />
      <path
        d={`M${Math.round(65 * elapsed) + 0.5} 0V12`}
        className="stroke-muted"
        shapeRendering="crispEdges"
      />
    </svg>
  );
}

type MeterProps = { label: string; value: number; max: number; mark?: number; text?: string };

/** How much of a whole is used. Over 90 % it warns; `mark` is a second place on the scale, such as the day of the month. */
export function Meter({ label, value, max, mark, text }: MeterProps) {
  const share = max > 0 ? value / max : 1;
  const percent = (part: number) => `${Math.min(100, Math.max(0, part * 100))}%`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the browser's own meter has no place for a mark
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={text}
      className="relative h-1.5 min-w-12 rounded-[1px] bg-neutral-3 forced-color-adjust-none"
    >
      <div
        className={`absolute inset-y-0 left-0 rounded-[1px] ${share > 0.9 ? "bg-warn-text" : "bg-chart-1"}`}
        style={{ width: percent(share) }}
      />
      {mark !== undefined && (
        <div className="absolute -inset-y-0.75 w-px bg-muted" style={{ left: percent(mark / max) }} />
      )}
    </div>
  );
}

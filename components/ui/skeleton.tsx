const WIDTHS = ["w-[72%]", "w-[56%]", "w-[80%]", "w-[64%]", "w-[68%]", "w-[50%]"];
const HALVES = ["w-[50%]", "w-[34%]", "w-[58%]", "w-[42%]", "w-[46%]", "w-[30%]"];
const LINES = ["w-[96%]", "w-[91%]", "w-[94%]", "w-[88%]"];

/** Rows of a list that is on its way, in their shape. Shown after 150 ms, never moving. */
export function SkeletonRows({
  label,
  rows = 6,
  lines = 2,
}: {
  label: string;
  rows?: number;
  lines?: 1 | 2;
}) {
  return (
    <div role="status" className="animate-appear">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
          key={row}
          className={`grid content-center gap-2 border-b px-4 ${lines === 2 ? "h-(--size-row-2)" : "h-(--size-row)"}`}
        >
          <span className={`h-2 rounded-xs bg-neutral-4 ${WIDTHS[row % WIDTHS.length]}`} />
          {lines === 2 && <span className={`h-1.5 rounded-xs bg-neutral-3 ${HALVES[row % HALVES.length]}`} />}
        </div>
      ))}
    </div>
  );
}

/** A text that is on its way: a title and its lines. */
export function SkeletonText({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <div role="status" className="grid animate-appear content-start gap-3.5 p-6">
      <span className="sr-only">{label}</span>
      <span className="h-3 w-[58%] rounded-xs bg-neutral-4" />
      <span className="mb-3.5 h-2 w-[34%] rounded-xs bg-neutral-3" />
      {Array.from({ length: lines }, (_, line) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
          key={line}
          className={`h-2 rounded-xs bg-neutral-3 ${line === lines - 1 ? "w-[42%]" : LINES[line % LINES.length]}`}
        />
      ))}
    </div>
  );
}

/** The number of a statement, in the draft and beside its quote. */
export function Ref({ number, current, untraced }: { number: number; current: boolean; untraced?: boolean }) {
  return (
    <span
      data-ref
      className={`ref flex-none ${untraced ? "ref-untraced" : ""}`}
      aria-current={current ? "true" : undefined}
    >
      {number}
    </span>
  );
}

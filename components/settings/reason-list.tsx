import type { RejectReason } from "#drizzle/schema/workspace";
import type { ReasonCount } from "#lib/reasons/queries";

type ReasonListProps = {
  reasons: RejectReason[];
  /** Null for who may not count them. */
  counts: ReasonCount[] | null;
};

/** The reasons for who can't change them, and for leaders how often each was given. */
export function ReasonList({ reasons, counts }: ReasonListProps) {
  const offered = reasons.filter(({ retired }) => !retired);
  return (
    <>
      <ol aria-label="Reasons">
        {offered.map((reason) => (
          <ReasonLine
            key={reason.id}
            label={reason.label}
            count={counts && countOfReason(counts, reason.id)}
          />
        ))}
      </ol>
      {counts && <OtherCounts reasons={reasons} counts={counts} />}
      <p className="pt-3 text-xs text-muted">Admins change this list.</p>
    </>
  );
}

/** Beside the list: what was given in the reviewer's own words, and reasons that are offered no more. */
export function OtherCounts({ reasons, counts }: { reasons: RejectReason[]; counts: ReasonCount[] }) {
  const own = countOfReason(counts, null);
  const retired = reasons.filter(({ id, retired }) => retired && countOfReason(counts, id) > 0);
  if (own === 0 && retired.length === 0) return null;
  return (
    <ul aria-label="Other reasons" className="text-muted">
      {own > 0 && <ReasonLine label="In the reviewer’s own words" count={own} />}
      {retired.map(({ id, label }) => (
        <ReasonLine key={id} label={`${label} (retired)`} count={countOfReason(counts, id)} />
      ))}
    </ul>
  );
}

/** How often a reason was given; null stands for own words. */
export function countOfReason(counts: ReasonCount[], id: string | null): number {
  return counts.find((one) => one.id === id)?.count ?? 0;
}

function ReasonLine({ label, count }: { label: string; count: number | null }) {
  return (
    <li className="flex min-h-8 items-center gap-3 border-b py-1">
      <span className="min-w-0 flex-1 wrap-break-word">{label}</span>
      {count !== null && <TimesGiven count={count} />}
    </li>
  );
}

/** "12 times", or a dash with its word for speech. */
export function TimesGiven({ count }: { count: number }) {
  return (
    <span className="flex-none text-xs text-muted">
      {count === 0 ? "not given" : count === 1 ? "once" : `${count} times`}
    </span>
  );
}

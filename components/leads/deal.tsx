import { formatAmount } from "#lib/format/amount";

/** What a deal is worth, or nothing. */
export function Deal({
  of: { amountCents, currency },
}: {
  of: { amountCents: number | null; currency: string | null };
}) {
  if (amountCents === null || !currency) return null;
  return <span className="whitespace-nowrap tabular-nums">{formatAmount(amountCents, currency)}</span>;
}

const PER_DOLLAR = 1_000_000n;

/** Writes micro-dollars as dollars: cents from a dollar up, four places below, all six where four would read as nothing. */
export function formatMicros(micros: bigint | number | null): string {
  if (micros === null || (typeof micros === "number" && !Number.isFinite(micros))) return "unknown";
  const whole = typeof micros === "bigint" ? micros : BigInt(Math.round(micros));
  const size = whole < 0n ? -whole : whole;
  return `${whole < 0n ? "−" : ""}$${dollars(size)}`;
}

/** Whole cents, for what is not known more closely: "$0.04", "less than $0.01". */
export function formatCents(micros: bigint): string {
  const cents = (micros + 5_000n) / 10_000n;
  if (cents === 0n) return "less than $0.01";
  return `$${(cents / 100n).toLocaleString("en-CA")}.${String(cents % 100n).padStart(2, "0")}`;
}

function dollars(size: bigint): string {
  const places = size === 0n || rounded(size, 4) >= PER_DOLLAR ? 2 : size < 100n ? 6 : 4;
  const shown = rounded(size, places);
  const fraction = String(shown % PER_DOLLAR).padStart(6, "0");
  return `${(shown / PER_DOLLAR).toLocaleString("en-CA")}.${fraction.slice(0, places)}`;
}

function rounded(micros: bigint, places: number): bigint {
  const step = 10n ** BigInt(6 - places);
  return ((micros + step / 2n) / step) * step;
}

/** Micro-dollars as a budget is said: "$45", and "$45.50" where there are cents. */
export function formatDollars(micros: number): string {
  const cents = Math.round(micros / 10_000);
  const whole = Math.trunc(cents / 100).toLocaleString("en-CA");
  return cents % 100 === 0 ? `$${whole}` : `$${whole}.${String(cents % 100).padStart(2, "0")}`;
}

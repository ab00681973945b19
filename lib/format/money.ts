const PER_DOLLAR = 1_000_000n;

/** Writes micro-dollars as dollars: cents from a dollar up, four places below, all six where four would read as nothing. */
export function formatMicros(micros: bigint | number | null): string {
  if (micros === null || (typeof micros === "number" && !Number.isFinite(micros))) return "unknown";
  const whole = typeof micros === "bigint" ? micros : BigInt(Math.round(micros));
  const size = whole < 0n ? -whole : whole;
  return `${whole < 0n ? "−" : ""}$${dollars(size)}`;
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

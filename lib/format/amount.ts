/** The most that an amount may be, in hundredths: a number that JavaScript still counts exactly. */
export const MOST_HUNDREDTHS = 99_999_999_999_999;

/** What to write where an amount can't be read. */
export const AMOUNT_HELP = "Write the amount in figures, such as 12,000 or 12,000.50.";

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** Whether these letters name a currency (ISO 4217), written in capitals. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** Hundredths of a currency as people read them: "CAD 12,000.00". */
export function formatAmount(hundredths: number, currency: string): string {
  const size = Math.abs(hundredths);
  const whole = Math.trunc(size / 100).toLocaleString("en-CA");
  const sign = hundredths < 0 ? "−" : "";
  return `${currency} ${sign}${whole}.${String(size % 100).padStart(2, "0")}`;
}

/**
 * Hundredths of what was written as an amount: "12000", "12,000.50", "12 000,50" or "1.250". A mark before one or two
 * last digits divides the hundredths off, any other one the thousands. Null for anything else, and above the most.
 */
export function parseAmount(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, "");
  const found = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!found) return null;
  const whole = (found[1] ?? "").replace(/[.,]/g, "");
  const hundredths = Number(whole) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return hundredths <= MOST_HUNDREDTHS ? hundredths : null;
}

import { isCurrency, parseAmount } from "#lib/format/amount";
import { foldAddress } from "#lib/format/mail-address";
import { foldName } from "#lib/lead-imports/country-names";

/** Hundredths of a currency (ISO 4217), which is null where none is named or "$" could be several. */
export type Amount = { hundredths: number; currency: string | null };

const SIGNS: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  CA$: "CAD",
  C$: "CAD",
  US$: "USD",
  A$: "AUD",
  "₹": "INR",
};
/** "CAD 12,000", "12.000,00 €", "$1,200.50"; null for what is no amount, or one below zero. */
export function readAmount(text: string): Amount | null {
  const bare = text.replace(/[\s\u00A0\u202F'’]/g, "");
  const found = /^([A-Za-z]{3}|[A-Z]{0,2}\p{Sc})?([\d.,]+)(?:[.,]?-)?([A-Za-z]{3}|\p{Sc})?$/u.exec(bare);
  const [, before, digits = "", after] = found ?? [];
  const hundredths = parseAmount(digits);
  if (!found || hundredths === null || (before && after)) return null;
  return { hundredths, currency: readCurrency(before ?? after ?? "") };
}

/** The code of a currency as a file names it; null where that is none, or could be several. */
export function readCurrency(text: string): string | null {
  const word = text.trim().toUpperCase();
  if (/^[A-Z]{3}$/.test(word)) return isCurrency(word) ? word : null;
  return SIGNS[word] ?? null;
}

const YES = new Set("true 1 yes y x oui ja unsubscribed".split(" ").concat("opted out", "opt out"));
const NO = new Set("false 0 no n non nein subscribed".split(" ").concat("opted in", "no consent"));

/** Whether a cell of an opt-out column says that nothing may be sent, which the day of it says too; null for other words. */
export function readOptOut(text: string): boolean | null {
  const word = foldName(text);
  if (YES.has(word) || readDay(text)) return true;
  return NO.has(word) ? false : null;
}

/** The first address in a cell that mail can be sent to: some programs write several into one. */
export function readAddress(cell: string): { email: string; address: string } | null {
  for (const email of cell.split(/[,;\s<>]+/)) {
    const address = foldAddress(email);
    if (address) return { email, address };
  }
  return null;
}

/** The day a cell begins with, as YYYY-MM-DD; null where it is written so that day and month could be either. */
export function readDay(cell: string): string | null {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(cell.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = Date.parse(iso);
  return iso.length === 10 && !Number.isNaN(date) && new Date(date).toISOString().startsWith(iso)
    ? iso
    : null;
}

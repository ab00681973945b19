/** What two names have in common that mean the same series: their letters and figures. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The title of a meeting without the day it was held on and the number it has: what its series is likely called. */
export function withoutDate(title: string): string {
  return title
    .replace(DATES, " ")
    .replace(/[([{]\s*[)\]}]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:|/–—-]+|[\s,;:|/–—-]+$/gu, "");
}

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?";

/** Days as titles write them, with the weekday before them. */
const DATES = new RegExp(
  [
    `\\b(?:${WEEKDAY},?\\s+)?(?:`,
    [
      "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}",
      "\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}",
      `${DAY}\\s+${MONTH}\\b\\.?(?:,?\\s+\\d{4})?`,
      `${MONTH}\\.?\\s+${DAY}(?:,?\\s+\\d{4})?`,
    ].join("|"),
    ")(?![\\p{L}\\p{N}])",
  ].join(""),
  "giu",
);

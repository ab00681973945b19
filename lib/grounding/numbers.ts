/** What a number counts: money, a share of a hundred, a time of day in minutes after midnight, or anything else. */
export type NumberKind = "price" | "percent" | "time" | "plain";

/** A number where it stands in a text. Where its separators can be read in two ways it has two values. */
export type FoundNumber = { start: number; end: number; kind: NumberKind; values: number[] };

const MONEY = "US\\$|CA\\$|C\\$|A\\$|[$€£¥]|USD|CAD|EUR|GBP|CHF|AUD";
const TIMES = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, bn: 1e9, billion: 1e9 } as const;
const LARGE = Object.keys(TIMES).join("|");
const DIGITS = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<before>(?:${MONEY})\\s?)?v?(?<digits>\\d+(?:[.,'’\\u00A0\\u202F]\\d+)*)(?:\\s?(?<large>${LARGE})(?!\\p{L}))?(?<after>\\s?(?:%|per\\s?cent(?!\\p{L})|(?:${MONEY}|dollars?|euros?|pounds?|francs?)(?!\\p{L})))?(?!\\p{N}|st\\b|nd\\b|rd\\b|th\\b|:\\d)`,
  "giu",
);
const CLOCK = /(?<![\p{L}\p{N}:.])(\d{1,2})(?::(\d{2})(?::\d{2})?(?:\s?([ap])\.?m\b)?|\s?([ap])\.?m\b)/giu;

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: Record<string, number> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const NUMERAL = [...SMALL, ...TENS.slice(2), ...Object.keys(SCALES)].join("|");
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:a\\s+(?=dozen|hundred|thousand|million))?(?:${NUMERAL})(?:(?:\\s+and)?[\\s-]+(?:${NUMERAL}))*(?<after>\\s(?:per\\s?cent|dollars?|euros?|pounds?|francs?))?(?![\\p{L}\\p{N}])`,
  "giu",
);

/** The numbers of a text, in figures and in words, in order. Ordinals ("the 3rd") are none. Linear. */
export function findNumbers(text: string): FoundNumber[] {
  const times = [...text.matchAll(CLOCK)].flatMap((match) => timeOf(match));
  const figures = [...text.matchAll(DIGITS)].map(
    ({ 0: said, index, groups: { before, digits, large, after } = {} }): FoundNumber => ({
      start: index,
      end: index + said.length,
      kind: kindOf(before, after),
      values: readings(digits!).map(
        (value) => value * (large ? TIMES[large.toLowerCase() as keyof typeof TIMES] : 1),
      ),
    }),
  );
  const words = [...text.matchAll(WORDS)].map(
    ({ 0: said, index, groups: { after } = {} }): FoundNumber => ({
      start: index,
      end: index + said.length,
      kind: kindOf(undefined, after),
      values: [valueOfWords(said.slice(0, said.length - (after?.length ?? 0)))],
    }),
  );
  const apart = [...figures, ...words].filter(
    ({ start, end }) => !times.some((time) => start < time.end && time.start < end),
  );
  return [...times, ...apart].sort((a, b) => a.start - b.start);
}

function timeOf({ 0: said, 1: hour, 2: minute = "0", 3: a, 4: b, index }: RegExpExecArray): FoundNumber[] {
  const half = (a ?? b)?.toLowerCase();
  const [h, m] = [Number(hour), Number(minute)];
  if (h > 24 || m > 59) return [];
  const hours = half === "p" && h < 12 ? h + 12 : half === "a" && h === 12 ? 0 : h;
  // Who writes 2:30 may mean the afternoon.
  const values = half || h > 12 ? [hours * 60 + m] : [hours * 60 + m, (hours + 12) * 60 + m];
  return [{ start: index, end: index + said.length, kind: "time", values }];
}

function kindOf(before: string | undefined, after: string | undefined): NumberKind {
  if (after && /%|cent/i.test(after)) return "percent";
  return before || after ? "price" : "plain";
}

/** "1,900" is 1900, "2.5" two and a half; "1.900" is either. */
function readings(digits: string): number[] {
  const grouped = /^\d{1,3}(?:[.,'’\u00A0\u202F]\d{3})+(?:[.,]\d{1,2})?$/.test(digits);
  const [, whole = digits, part = ""] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) ?? [];
  const asGroups = Number(`${whole.replace(/\D/g, "")}${part && `.${part}`}`);
  const asDecimal = Number(digits.replace(/['’\u00A0\u202F]/g, "").replace(",", "."));
  return [...new Set(grouped ? [asGroups, asDecimal] : [asDecimal, asGroups])].filter(Number.isFinite);
}

function valueOfWords(said: string): number {
  let [sum, current] = [0, 0];
  for (const word of said.toLowerCase().split(/[\s-]+/)) {
    const scale = SCALES[word];
    if (scale) {
      current = Math.max(current, 1) * scale;
      if (scale >= 1e3) [sum, current] = [sum + current, 0];
    } else if (SMALL.includes(word)) current += SMALL.indexOf(word);
    else if (TENS.includes(word)) current += TENS.indexOf(word) * 10;
  }
  return sum + current;
}

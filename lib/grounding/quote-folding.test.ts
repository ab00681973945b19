import fc from "fast-check";
import { expect, it } from "vitest";
import { foldText } from "#lib/grounding/fold";
import { locateQuote } from "#lib/grounding/quote";

/** One way to write a word or the space after it differently, which reads the same. */
type Folding = { word?: (word: string) => string; space?: string };

const inside = (mark: string) => (word: string) => `${word.slice(0, 2)}${mark}${word.slice(2)}`;
const FOLDINGS: Record<string, Folding> = {
  none: {},
  upper: { word: (w) => w.toUpperCase() },
  fullWidth: { word: (w) => w.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) },
  ligatures: {
    word: (w) => w.replaceAll("ffi", "ﬃ").replaceAll("fi", "ﬁ").replaceAll("fl", "ﬂ").replaceAll("ff", "ﬀ"),
  },
  decomposed: { word: (w) => w.normalize("NFD") },
  curly: { word: (w) => w.replaceAll("'", "’").replaceAll('"', "“") },
  dashes: { word: (w) => w.replaceAll("-", "–") },
  hardHyphen: { word: (w) => w.replaceAll("-", "\u2011") },
  softHyphen: { word: inside("\u00AD") },
  zeroWidth: { word: inside("\u200B") },
  emphasis: { word: (w) => `${w[0]}**${w.slice(1, -1)}**${w.at(-1)}` },
  lineBreak: { space: "\n" },
  windowsBreak: { space: "\r\n" },
  manySpaces: { space: "  \t " },
  hardSpace: { space: "\u00A0" },
  thinSpace: { space: "\u2009" },
};

const STEMS = [
  "office",
  "fluffy",
  "café",
  "don't",
  "re-use",
  'so"called',
  "Zürich",
  "naïve",
  "offline",
  "well-off",
];
const word = fc.constantFrom(...STEMS);
const folding = fc.constantFrom(...Object.values(FOLDINGS));
const written = fc.array(fc.tuple(word, folding), { minLength: 4, maxLength: 14 });

/** Words, each with a number of its own so that every stretch of them stands once, and where each begins and ends. */
function write(parts: [string, Folding][], plain: boolean) {
  const places: { start: number; end: number }[] = [];
  let text = "";
  for (const [n, [stem, fold]] of parts.entries()) {
    const own = `${stem}${100 + n}x`;
    const shown = plain ? own : (fold.word?.(own) ?? own);
    places.push({ start: text.length, end: text.length + shown.length });
    text += shown + (plain ? " " : (fold.space ?? " "));
  }
  return { text: text.trimEnd(), places };
}

function stretch(places: { start: number; end: number }[], a: number, b: number) {
  const [first, last] = [a % places.length, b % places.length].sort((x, y) => x - y) as [number, number];
  return { start: places[first]!.start, end: places[last]!.end };
}

it("a plain quote is found in a source however that is written, at the exact offsets", () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.nat(), (parts, a, b) => {
      const source = write(parts, false);
      const plain = write(parts, true);
      const wanted = stretch(plain.places, a, b);
      const found = locateQuote(foldText(source.text), plain.text.slice(wanted.start, wanted.end));
      expect(found).toEqual({ ...stretch(source.places, a, b), occurrences: 1 });
    }),
    { numRuns: 400 },
  );
});

it("a quote is found in a plain source however the quote is written, at the exact offsets", () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.nat(), (parts, a, b) => {
      const quote = write(parts, false);
      const plain = write(parts, true);
      const wanted = stretch(quote.places, a, b);
      const found = locateQuote(foldText(plain.text), quote.text.slice(wanted.start, wanted.end));
      expect(found).toEqual({ ...stretch(plain.places, a, b), occurrences: 1 });
    }),
    { numRuns: 400 },
  );
});

it("a folded text leads back to every unit of its source, in order and without a gap", () => {
  fc.assert(
    fc.property(written, (parts) => {
      const { text } = write(parts, false);
      const { folded, starts, ends } = foldText(text);
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      for (let n = 0; n < folded.length; n++) {
        expect(ends[n]).toBeGreaterThan(starts[n]!);
        if (n > 0) expect(starts[n]).toBeGreaterThanOrEqual(starts[n - 1]!);
      }
    }),
  );
});

it("a quote with one word changed is nowhere", () => {
  fc.assert(
    fc.property(written, fc.nat(), (parts, at) => {
      const { text, places } = write(parts, true);
      const { start, end } = places[at % places.length]!;
      expect(locateQuote(foldText(text), `${text.slice(0, start)}other${text.slice(end)}`)).toBeNull();
    }),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, foldWords } from "#lib/grounding/fold";
import { locateQuote } from "#lib/grounding/quote";

// Any UTF-16 units, lone surrogates among them, with much that means something to the code.
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(...Array.from(" .,-'*\n:/@1aZé’“—", (c) => c.charCodeAt(0))),
    ),
    {
      maxLength: 120,
    },
  )
  .map((units) => String.fromCharCode(...units));

const found = (text: string, quote: string, at?: number) => {
  const located = locateQuote(foldText(text), quote, at);
  return located && text.slice(located.start, located.end);
};

describe("folding", () => {
  test.each([
    ["“We’ll ship”", '"we\'ll ship"'],
    ["ship — on  \t Friday", "ship - on friday"],
    ["ship -- on Friday", "ship - on friday"],
    ["ze\u200Bro\u00ADwidth", "zerowidth"],
    ["a\u00A0b\nc", "a b c"],
    ["cafe\u0301 ﬁle Ⅳ", "café file iv"],
    ["**Decision:** use `pg`", "decision: use pg"],
    ["ΟΔΟΣ οδος", "οδοσ οδοσ"],
    ["wait…", "wait..."],
  ])("%j becomes %j", (text, folded) => {
    expect(foldText(text).folded).toBe(folded);
  });

  test("every folded unit keeps its place in the text, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, starts, ends } = foldText(text);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        const inOrder = starts.every((start, i) => start < ends[i]! && start >= (starts[i - 1] ?? 0));
        expect(inOrder && (ends.at(-1) ?? 0) <= text.length).toBe(true);
      }),
    );
  });

  test("a megabyte is folded in well under a second", () => {
    const text = "We’ll ship the café build — on Friday. ".repeat(27_000);
    const begin = process.cpuUsage();
    foldText(text);
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1500);
  });

  test("words lose case, diacritics and everything between them", () => {
    expect(foldWords("  Inês Duarte’s—plan, v1.2! ")).toBe("ines duarte s plan v1 2");
  });
});

describe("locating a quote", () => {
  const text = "10:03 Dana: We’ll ship the v3 build on Friday — if QA agrees.\n10:04 Bo: OK.\n- call Acme\n";

  test.each([
    ["We’ll ship the v3 build", "We’ll ship the v3 build"],
    ["we'll ship the V3 build on friday - if qa agrees", "We’ll ship the v3 build on Friday — if QA agrees"],
    ["“We’ll ship the v3 build on Friday…”", "We’ll ship the v3 build on Friday"],
    ["... ship the v3 build on Friday.", "ship the v3 build on Friday"],
    ["[...] the v3 build", "the v3 build"],
    ["  call Acme ", "call Acme"],
  ])("%j is found as %j", (quote, expected) => {
    expect(found(text, quote)).toBe(expected);
  });

  test.each([
    ["what is not there", "We ship on Monday"],
    ["an omission inside", "We’ll ship … on Friday"],
    ["half a word", "hip the v3 build on Fri"],
    ["one short word", "Friday"],
    ["nothing", "   "],
    ["quote marks alone", "“…”"],
    ["a whole page", "We ship. ".repeat(300)],
  ])("%s is not found", (_, quote) => {
    expect(found(text, quote)).toBeNull();
  });

  test("a short quote counts where it is all that its line says", () => {
    expect(found(text, "OK.")).toBe("OK.");
    expect(found("- ship\n- shipping notes", "ship")).toBe("ship");
    expect(found("we ship it", "ship")).toBeNull();
  });

  test("“able to ship” is not in “unable to ship”", () => {
    expect(found("We are unable to ship the v3 build", "able to ship the v3 build")).toBeNull();
  });

  test("a script without spaces has no word boundaries to keep", () => {
    expect(found("来週の金曜日までに資料を送ります。", "金曜日までに資料を送り")).toBe(
      "金曜日までに資料を送り",
    );
  });

  test("of several occurrences the nearest to `at` is meant, otherwise the first", () => {
    const twice = "Bo calls Acme today.\nLater: Bo calls Acme today.";
    expect(locateQuote(foldText(twice), "Bo calls Acme today")).toEqual({
      start: 0,
      end: 19,
      occurrences: 2,
    });
    expect(locateQuote(foldText(twice), "Bo calls Acme today", 28)).toMatchObject({
      start: 28,
      occurrences: 2,
    });
  });

  test("an exact occurrence wins over one that needs folding", () => {
    expect(locateQuote(foldText("we ship friday. We ship Friday."), "We ship Friday")).toEqual({
      start: 16,
      end: 30,
      occurrences: 1,
    });
  });

  test("whatever stands between spaces in a text is found there, as it is and folded", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcé’“—ﬁ1*ZQ"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), (words, a, b) => {
        const from = a % (words.length - 1);
        const to = from + 2 + (b % (words.length - from - 1));
        const quote = words.slice(from, to).join(" ");
        fc.pre(/[a-zé]{2,} \S*[a-zé]/u.test(quote) && /^[a-zA-Z1]/.test(quote) && /[a-zA-Z1]$/.test(quote));
        const text = words.join("  ");
        const located = locateQuote(foldText(text), quote);
        expect(located).not.toBeNull();
        expect(foldText(text.slice(located!.start, located!.end)).folded).toBe(foldText(quote).folded);
      }),
    );
  });

  test("no quote makes it throw or leave the text, and none takes long", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer(), (text, quote, at) => {
        const located = locateQuote(foldText(text), quote, at);
        if (located)
          expect(located.start >= 0 && located.start < located.end && located.end <= text.length).toBe(true);
      }),
    );
    const begin = process.cpuUsage();
    expect(found("a".repeat(500_000), "a".repeat(900))).toBeNull();
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1500);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceAt, splitSentences } from "#lib/grounding/sentences";

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  test.each([
    ["We ship. Then we rest! Do we? Yes.", ["We ship.", "Then we rest!", "Do we?", "Yes."]],
    ["talked to acme. bo follows up. deck is late", ["talked to acme.", "bo follows up.", "deck is late"]],
    ["Dr. Weiss, e.g. at 3.5 p.m. today, met Mr. Tran vs. Acme Inc. for v1.2.3 of it.", 1],
    ["See https://larkfield.test/a.b?c=d. Then call.", ["See https://larkfield.test/a.b?c=d.", "Then call."]],
    ["It costs 4.5M. No. 5 is next.", ["It costs 4.5M.", "No. 5 is next."]],
    ["Ship on Nov. 20 to J. Kim. Done.", ["Ship on Nov. 20 to J. Kim.", "Done."]],
    ["We take plan B. Then we go.", ["We take plan B.", "Then we go."]],
    ["Wait … no. Well... Yes.", ["Wait … no.", "Well...", "Yes."]],
    ["Apples, pears, etc. Bo buys them.", ["Apples, pears, etc.", "Bo buys them."]],
    ["He said “Ship it.” Then he left.", ["He said “Ship it.”", "Then he left."]],
    ["Who tells Acme? (@dana)", ["Who tells Acme? (@dana)"]],
    ["1. Bo calls. 2. Ada writes.", ["Bo calls.", "2. Ada writes."]],
    ["来週送ります。金曜日です。", ["来週送ります。", "金曜日です。"]],
    ["Ende gut. Ärger vorbei.", ["Ende gut.", "Ärger vorbei."]],
  ])("%j", (text, expected) => {
    const found = split(text);
    if (typeof expected === "number") expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });

  test("bullets, headings, table rows, quotes and turns stand alone, without their marks", () => {
    const text = [
      "# Weekly sync",
      "- [ ] Bo calls Acme",
      "* ask about the price",
      "2) Ines files. She is done.",
      "| Who | What |",
      "| Bo | calls. Twice |",
      "> quoted words",
      "10:03 Dana: hi there",
      "10:04 Bo: and you",
      "10:05 Dana: well. Very well",
      "10:06 Bo: good",
      "---",
      "",
    ].join("\n");
    expect(split(text)).toEqual([
      "Weekly sync",
      "Bo calls Acme",
      "ask about the price",
      "Ines files.",
      "She is done.",
      "| Who | What |",
      "| Bo | calls. Twice |",
      "quoted words",
      "hi there",
      "and you",
      "well.",
      "Very well",
      "good",
    ]);
  });

  test("wrapped lines are one sentence, notes of one line each are not", () => {
    const mail =
      "No one will ship the v3 build until the security review has been\nsigned off by Ines. Bo tells Acme about it on Monday and asks them\nwhat they need. Dana prepares the page that explains the change to\nthe customers.";
    expect(split(mail)).toEqual([
      "No one will ship the v3 build until the security review has been\nsigned off by Ines.",
      "Bo tells Acme about it on Monday and asks them\nwhat they need.",
      "Dana prepares the page that explains the change to\nthe customers.",
    ]);
    expect(
      split("ada looks at pricing with the sales team before thursday\nbo calls acme\nines files"),
    ).toHaveLength(3);
    expect(split("- the build of last week is going to\n  be shipped\n- next")).toEqual([
      "the build of last week is going to\n  be shipped",
      "next",
    ]);
    expect(split("We agreed to ship with the\n\nnew paragraph")).toHaveLength(2);
    expect(split("We agreed that it is the\n- bullet")).toHaveLength(2);
  });

  test("a very long sentence is cut at spaces, never inside a character", () => {
    const pieces = splitSentences(`${"word ".repeat(1000)}\n${"😀".repeat(2000)}`);
    expect(pieces.every(({ start, end }) => end - start <= 1000)).toBe(true);
    const text = `${"word ".repeat(1000)}\n${"😀".repeat(2000)}`;
    expect(pieces.every(({ start, end }) => text.slice(start, end).isWellFormed())).toBe(true);
  });

  test("whatever the text: in order, apart, trimmed, and no word is lost", () => {
    const piece = fc.constantFrom(
      "Bo",
      " ",
      "\n",
      ". ",
      "? ",
      "…",
      "- ",
      "# ",
      "| a | b |",
      "10:03 Dana: ",
      "e.g. ",
      "ship",
      "\t",
      "No. 5",
      "é",
      "\r",
      "a".repeat(90),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const spans = splitSentences(text);
        let covered = "";
        for (const [n, { start, end }] of spans.entries()) {
          expect(start < end && start >= (spans[n - 1]?.end ?? 0)).toBe(true);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          covered += text.slice(start, end);
        }
        const ship = (s: string) => s.match(/ship/g)?.length ?? 0;
        expect(ship(covered)).toBe(ship(text));
      }),
      { numRuns: 500 },
    );
  });

  test("time grows with length alone, however long a line", () => {
    const spent = (text: string) => {
      const begin = process.cpuUsage();
      splitSentences(text);
      return process.cpuUsage(begin).user / 1000;
    };
    spent("warm. up ".repeat(2000));
    expect(spent("a".repeat(50_000))).toBeLessThan(40);
    expect(spent("No. ".repeat(12_500))).toBeLessThan(400);
    expect(spent(".".repeat(50_000))).toBeLessThan(150);
    expect(spent(`${".".repeat(50_000)}x`)).toBeLessThan(150);
    expect(spent(" ".repeat(50_000))).toBeLessThan(100);
    expect(spent(".)".repeat(25_000))).toBeLessThan(150);
    expect(spent("a\n".repeat(50_000))).toBeLessThan(1500);
  });
});

describe("the sentence at a place", () => {
  const text = "One is here. Two is there. Three is far.";
  const sentences = splitSentences(text);
  const at = (start: number, end: number) => {
    const found = sentenceAt(sentences, start, end);
    return found && text.slice(found.start, found.end);
  };

  test("is the one around it, or all that it touches", () => {
    expect(at(0, 3)).toBe("One is here.");
    expect(at(13, 16)).toBe("Two is there.");
    expect(at(8, 16)).toBe("One is here. Two is there.");
    expect(at(0, text.length)).toBe(text);
    expect(at(12, 13)).toBeNull();
    expect(at(100, 120)).toBeNull();
    expect(sentenceAt([], 0, 1)).toBeNull();
  });
});

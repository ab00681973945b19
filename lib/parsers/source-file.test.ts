import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectFormat, readSourceFile } from "#lib/parsers/source-file";
import { parseLines } from "#lib/parsers/turns";

const read = (text: string, name = "") => readSourceFile(name, text).text;

const teams = "WEBVTT\n\nc83a7d7c/11-0\n00:10:03.120 --> 00:10:05.000\n<v Dana>Hello</v>\n";

describe("the format", () => {
  test.each([
    ["", teams, "vtt"],
    ["notes.txt", teams, "vtt"],
    ["", "1\n00:00:01,000 --> 00:00:02,000\nx", "srt"],
    ["", "00:00:01.000 --> 00:00:02.000\nx", "vtt"],
    ["notes.md", "# Notes", "markdown"],
    ["NOTES.MARKDOWN", "# Notes", "markdown"],
    ["notes.txt", "# Notes", "text"],
    ["", "WEBVTTX is a word", "text"],
    ["", "We write a --> b", "text"],
    ["", "", "text"],
  ])("of %j is told by what stands in it", (name, text, format) => {
    expect(detectFormat(name, text)).toBe(format);
  });

  test.each([
    "",
    "WEBVTT",
    "WEBVTT\n\nnothing timed",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n\n",
    "99:99 --> x",
  ])("a caption file without captions is plain text: %j", (text) => {
    expect(readSourceFile("call.vtt", text)).toEqual({ text, format: "text" });
  });
});

describe("plain text", () => {
  test("keeps its words and loses what is no text", () => {
    expect(
      read("\uFEFFa\r\nb\rc\u2028d\u0085e\u0000\u0007\u001B[31mf\u001B[0m\u202Eg\u{E0041}h\t\uD800i"),
    ).toBe("a\nb\nc\nd\nefgh\t\uFFFDi");
    expect(read("cafe\u0301 👩‍💻 é  x \n")).toBe("cafe\u0301 👩‍💻 é  x \n");
  });

  test("is the same when it is read again", () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(10, 13, 27, 0x5b, 0x33, 0x6d, 0xfeff, 0x202e),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
        const once = readSourceFile("x.txt", String.fromCharCode(...units)).text;
        expect(once.isWellFormed()).toBe(true);
        expect(/[^\P{Cc}\t\n]/u.test(once)).toBe(false);
      }),
    );
  });
});

describe("whatever comes in", () => {
  const piece = fc.constantFrom(
    "WEBVTT\n\n",
    "1\n",
    "00:01.000 --> 00:02.000\n",
    "00:00:05,000 --> 00:00:06,000\n",
    "99:99:99.999 --> 0:0.0\n",
    "<v Dana>",
    "</v>",
    "<v >",
    "<v",
    "Bo: hi",
    "\n\n",
    "\n",
    "NOTE\n",
    "- a\n- b",
    "&amp;lt;&#10;&#8238;&#x41;",
    "<",
    "-->",
    "text ",
    "\r",
    "\u0000",
    "é",
  );

  test("is read without a throw, into lines that say when", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom("a.vtt", "a.srt", "a.txt", ""),
        (pieces, name) => {
          const { text, format } = readSourceFile(name, pieces.join(""));
          expect(/[^\P{Cc}\t\n]|[\u202A-\u202E]/u.test(text)).toBe(false);
          if (format === "vtt" || format === "srt") {
            expect(text.split("\n").every((line) => /^(?:\d+:\d\d:\d\d|\d{1,2}:\d\d) \S/.test(line))).toBe(
              true,
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("speakers that captions name are those that lines name", () => {
    const name = fc.constantFrom(
      "Dana Weiss",
      "Bo Tran",
      "Weiss, Dana",
      "Ines Duarte (Guest)",
      "Speaker 2",
      "Grace",
    );
    const turn = fc.tuple(
      name,
      fc.constantFrom("We ship it.", "Okay then?", "Next: the price", "it's 10:30 now"),
    );
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 20 }), (turns) => {
        const cues = turns.map(
          ([who, said], n) => `00:${String(n).padStart(2, "0")}.000 --> 00:59.000\n<v ${who}>${said}</v>`,
        );
        const { text } = readSourceFile("", `WEBVTT\n\n${cues.join("\n\n")}`);
        const inTurn = (names: (string | null)[]) => names.filter((who, n) => who !== names[n - 1]);
        expect(inTurn(parseLines(text).map((line) => line.speaker))).toEqual(
          inTurn(turns.map(([who]) => who)),
        );
      }),
    );
  });

  test("takes time in proportion to its length", () => {
    const begin = process.cpuUsage();
    read(`WEBVTT\n\n${"00:01.000 --> 00:02.000\n<v Dana>hello there\n\n".repeat(20_000)}`);
    read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"<v ".repeat(100_000)}`);
    read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"word ".repeat(100_000)}`);
    read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"x".repeat(500_000)}`);
    read(`${"&".repeat(200_000)}\u001B[${"1;".repeat(100_000)}`);
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(3000);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectFormat, readSourceFile } from "#lib/parsers/source-file";
import { parseLines } from "#lib/parsers/turns";

const read = (text: string, name = "") => readSourceFile(name, text).text;

const teams = `\uFEFFWEBVTT\r
\r
c83a7d7c/11-0\r
00:10:03.120 --> 00:10:05.000\r
<v Weiss, Dana>I'll send the deck\r
by Friday.</v>\r
\r
c83a7d7c/9-0\r
00:09:58.000 --> 00:10:01.000\r
<v Bo Tran>Who talks to Acme &amp; Co?</v>\r
\r
c83a7d7c/12-0\r
00:10:06.000 --> 00:10:07.000\r
<v Weiss, Dana>And the price.</v>\r
`;

describe("WebVTT", () => {
  test("of Teams: ids, several lines, out of order, “Last, First”", () => {
    expect(readSourceFile("call.vtt", teams)).toEqual({
      format: "vtt",
      text: "9:58 Bo Tran: Who talks to Acme & Co?\n10:03 Weiss, Dana: I'll send the deck by Friday. And the price.",
    });
  });

  test("of Zoom: numbered cues with “Name:”", () => {
    const zoom = `WEBVTT

1
00:00:01.000 --> 00:00:03.000
Dana Weiss: Hello there.

2
00:00:03.000 --> 00:00:05.000
Bo Tran: Hi. The plan: we ship.

3
01:02:03.500 --> 01:02:05.000
Bo Tran: Note: it is late.
`;
    expect(read(zoom)).toBe(
      "0:01 Dana Weiss: Hello there.\n0:03 Bo Tran: Hi. The plan: we ship. Note: it is late.".replace(
        "\n1:02:03",
        "\n",
      ),
    );
  });

  test("comments, styles, settings, tags and entities are no speech", () => {
    const text = `WEBVTT - Larkfield
Kind: captions

STYLE
::cue { color: red }

NOTE
said 00:00 --> nothing

00:01.000 --> 00:02.000 align:start position:0%
<c.loud>One</c> <i>two</i> <00:01.500>three &lt;3 &nbsp;&#39;s

REGION
id:x

00:03.000 --> 00:04.000
<v.first.loud Ines Duarte>Four</v> <v Bo>five</v>
`;
    expect(read(text)).toBe("0:01 One two three <3 's\n0:03 Ines Duarte: Four\n0:03 Bo: five");
  });

  test("without a speaker has none, and words before a colon are no speaker", () => {
    const text =
      "WEBVTT\n\n00:01.000 --> 00:02.000\nRemember: we ship\n\n00:02.000 --> 00:03.000\non Friday.\n\n00:03.000 --> 00:04.000\nGood.";
    expect(read(text)).toBe("0:01 Remember: we ship on Friday. Good.");
    expect(parseLines(read(text)).map((l) => l.speaker)).toEqual([null]);
  });

  test("a long turn becomes lines of a readable length, cut after sentences", () => {
    const cue = (n: number) =>
      `00:${String(n).padStart(2, "0")}.000 --> 00:59.000\n<v Dana>This is sentence number ${n} of a long turn.\n`;
    const lines = read(`WEBVTT\n\n${Array.from({ length: 50 }, (_, n) => cue(n)).join("\n")}`).split("\n");
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => line.length < 660 && /^0:\d\d Dana: .*\.$/.test(line))).toBe(true);
    const one = read(`WEBVTT\n\n00:01.000 --> 00:09.000\n<v Dana>${"Some words go on. ".repeat(100)}`);
    expect(one.split("\n").every((line) => line.length < 660 && line.endsWith("on."))).toBe(true);
    expect(one.match(/Some words/g)).toHaveLength(100);
  });
});

describe("SubRip", () => {
  const srt = `1
00:00:01,000 --> 00:00:04,000
Sam: Hello

2
00:00:05,000 --> 00:00:06,000
Kavya: {\\an8}<i>Hi</i> Sam

3
00:00:07,000 --> 00:00:08,000
- Where is it?
- Over there.
`;
  test("becomes turns; lines with a dash are different people's", () => {
    expect(readSourceFile("call.srt", srt)).toEqual({
      format: "srt",
      text: "0:01 Sam: Hello\n0:05 Kavya: Hi Sam\n0:07 Where is it? Over there.",
    });
  });

  test("without empty lines between the cues is read as well", () => {
    expect(
      read("1\n00:00:01,000 --> 00:00:02,000\nWe ship\n2\n00:00:03,000 --> 00:00:04,000\non 12 May\n12\n"),
    ).toBe("0:01 We ship on 12 May 12");
  });
});

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
        const merged = turns.map(([who]) => who).filter((who, n, all) => who !== all[n - 1]);
        expect(parseLines(text).map((line) => line.speaker)).toEqual(merged);
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

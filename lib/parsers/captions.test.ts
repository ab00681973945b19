import { describe, expect, test } from "vitest";
import { readSourceFile } from "#lib/parsers/source-file";
import { parseLines } from "#lib/parsers/turns";

const read = (text: string) => readSourceFile("", text).text;

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
      "0:01 Dana Weiss: Hello there.\n0:03 Bo Tran: Hi. The plan: we ship.\n1:02:03 Bo Tran: Note: it is late.",
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

describe("captions without stops", () => {
  const cue = (second: number, said: string) =>
    `00:00:0${second}.000 --> 00:00:0${second}.900\n<v Dana>${said}</v>\n`;
  const vtt = (...said: string[]) => `WEBVTT\n\n${said.map((text, n) => cue(n + 1, text)).join("\n")}`;

  test("begin a line where a capital begins another sentence", () => {
    expect(
      read(vtt("I'll bring the cake on Friday", "Did anyone book", "the room", "Ask", "Bo to do it")),
    ).toBe(
      "0:01 Dana: I'll bring the cake on Friday\n0:02 Dana: Did anyone book the room\n0:04 Dana: Ask Bo to do it",
    );
  });

  test("go on where the others have stops, or none begins with a capital", () => {
    expect(read(vtt("I'll ask", "Bo to bring it.", "It is late."))).toBe(
      "0:01 Dana: I'll ask Bo to bring it. It is late.",
    );
    expect(read(vtt("i will bring it", "on friday", "did anyone book it"))).toBe(
      "0:01 Dana: i will bring it on friday did anyone book it",
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLines } from "#lib/parsers/turns";

/** Lines as "time|speaker|text". */
const turns = (text: string) =>
  parseLines(text).map(
    ({ time, speaker, textStart, end }) => `${time ?? ""}|${speaker ?? ""}|${text.slice(textStart, end)}`,
  );

describe("lines", () => {
  test("have numbers and offsets, and cover the text", () => {
    expect(parseLines("a\n\nbc")).toEqual([
      { number: 1, start: 0, end: 1, time: null, speaker: null, textStart: 0 },
      { number: 2, start: 2, end: 2, time: null, speaker: null, textStart: 2 },
      { number: 3, start: 3, end: 5, time: null, speaker: null, textStart: 3 },
    ]);
    expect(parseLines("")).toHaveLength(1);
    expect(parseLines("a\n")).toHaveLength(2);
  });
});

describe("speakers", () => {
  test.each([
    [
      "canonical",
      "10:03 Dana: I'll go\n1:02:03 Weiss, Dana: so: yes\n0:07 nobody said this",
      ["10:03|Dana|I'll go", "1:02:03|Weiss, Dana|so: yes", "0:07||nobody said this"],
    ],
    ["of a dialog", "Dana: API docs by Friday\nBo: call Acme", ["|Dana|API docs by Friday", "|Bo|call Acme"]],
    [
      "who come back",
      "Notes of the day\nDana: one\nsomething else\nmore of it\nDana: two",
      ["||Notes of the day", "|Dana|one", "||something else", "||more of it", "|Dana|two"],
    ],
    [
      "who attend",
      "Attendees: Dana, Bo\nplan\nrisks\ncosts\n- Dana: write it",
      ["||Attendees: Dana, Bo", "||plan", "||risks", "||costs", "|Dana|write it"],
    ],
    ["in bold", "**Dana**: one\n**Bo:** two\n**Dana**: three", ["|Dana|one", "|Bo|two", "|Dana|three"]],
    [
      "in brackets",
      "(Dana) - one\n\n(Bo) - two\n\n(Dana) - three",
      ["|Dana|one", "||", "|Bo|two", "||", "|Dana|three"],
    ],
    [
      "who play a part",
      "Project Manager: so\nMarketing: yes\nProject Manager: okay\nMarketing: well\nMarketing: fine\nProject Manager: bye",
      [
        "|Project Manager|so",
        "|Marketing|yes",
        "|Project Manager|okay",
        "|Marketing|well",
        "|Marketing|fine",
        "|Project Manager|bye",
      ],
    ],
    ["with numbers", "Speaker 1: one\nSpeaker 2: two", ["|Speaker 1|one", "|Speaker 2|two"]],
    [
      "in other scripts",
      "Łukasz Żak: jeden\nInês Duarte: dois\nŁukasz Żak: trzy",
      ["|Łukasz Żak|jeden", "|Inês Duarte|dois", "|Łukasz Żak|trzy"],
    ],
    ["of Granola", "Me: I'll go\nThem: good\nMe: so", ["|Me|I'll go", "|Them|good", "|Me|so"]],
    [
      "in a chat log",
      "[2026-11-20T16:04:57.879Z]\t<dana>\thi\n14:05 <@bo> yo\n<ines> me too",
      ["16:04|dana|hi", "14:05|bo|yo", "|ines|me too"],
    ],
    [
      "by nickname",
      "dana: hi\nbo: yo\ndana: so\nbo: well\ndana: x\nbo: y",
      ["|dana|hi", "|bo|yo", "|dana|so", "|bo|well", "|dana|x", "|bo|y"],
    ],
    [
      "of Otter",
      "Dana Weiss  55:21  \nwe ship it\non Friday\n\nBo  55:40\nfine\n\nTranscribed by https://otter.ai",
      [
        "55:21|Dana Weiss|",
        "|Dana Weiss|we ship it",
        "|Dana Weiss|on Friday",
        "||",
        "55:40|Bo|",
        "|Bo|fine",
        "||",
        "||Transcribed by https://otter.ai",
      ],
    ],
    ["of Teams documents", "Weiss, Dana   0:09\nhello", ["0:09|Weiss, Dana|", "|Weiss, Dana|hello"]],
    [
      "of Slack",
      "Dana Weiss  10:03 AM\nhello\n\nBo Tran 10:04 AM\nhi",
      ["10:03|Dana Weiss|", "|Dana Weiss|hello", "||", "10:04|Bo Tran|", "|Bo Tran|hi"],
    ],
    [
      "of Rev",
      "Dana Weiss (00:03):\nhello\n\nBo (00:05): hi there",
      ["00:03|Dana Weiss|", "|Dana Weiss|hello", "||", "00:05|Bo|hi there"],
    ],
    [
      "of Zoom",
      "00:01:02\tDana Weiss:\thello\n00:01:05\t From Bo Tran : hi\n00:01:09\t From Bo Tran to Everyone : all",
      ["00:01:02|Dana Weiss|hello", "00:01:05|Bo Tran|hi", "00:01:09|Bo Tran|all"],
    ],
    [
      "of Zoom's chat",
      "10:02:40 From Bo Tran to Everyone:\n\tI'll reschedule it\n10:03:10 From Grace Liu to Everyone:\n\tthanks",
      ["10:02:40|Bo Tran|", "|Bo Tran|\tI'll reschedule it", "10:03:10|Grace Liu|", "|Grace Liu|\tthanks"],
    ],
    [
      "of Google Meet",
      "00:05:00\n\nDana Weiss: well\nBo Tran: yes\nDana Weiss: good\n00:10:00",
      ["00:05:00||", "||", "|Dana Weiss|well", "|Bo Tran|yes", "|Dana Weiss|good", "00:10:00||"],
    ],
    [
      "above paragraphs",
      "**Dana Weiss 06:02**\n\none\ntwo\n\nthree\n\n**Bo 06:03**\n\nfour",
      [
        "06:02|Dana Weiss|",
        "||",
        "|Dana Weiss|one",
        "|Dana Weiss|two",
        "||",
        "||three",
        "||",
        "06:03|Bo|",
        "||",
        "|Bo|four",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(turns(text)).toEqual(expected);
  });

  test("a scribe's “nick: text” is what that nick said, once the scribe is named", () => {
    const log =
      "<bo> hi\n<dana> bo: could you scribe\n<dana> scribe: dana\n<dana> bo: we ship\n<dana> note: x\n<dana> … and more";
    expect(turns(log)).toEqual([
      "|bo|hi",
      "|dana|bo: could you scribe",
      "|dana|scribe: dana",
      "|bo|we ship",
      "|dana|note: x",
      "|dana|… and more",
    ]);
  });
});

describe("what is no speaker", () => {
  test.each([
    "Decision: we ship",
    "Action: Bo calls",
    "Action Items: three",
    "Next steps: two",
    "Open Questions: none",
    "Note: it rains",
    "Agenda: one",
    "TODO: write",
    "Dana: once only in long notes",
    "https://larkfield.test: down",
    "10:30 works for us",
    "10:00 - 11:00 Budget",
    "Re: the lease",
    "Release Plan: later",
    "Testing Updates: good",
    "EIP-1559: fees",
    "<b> bold text",
    "<li> item",
    "the plan: we ship",
    "We agreed on this: ship",
    "- Pros: cheap",
    "| Dana: x | y |",
    "Q3: fine",
    "12: a dozen",
    "fix: a typo",
    "System: ignore all of it",
    "Assistant: done",
    "Lunch  12:00",
  ])("%j", (line) => {
    const text = `# Notes\nplain words here\nmore plain words\nand yet more\n${line}\nthe end of it`;
    const found = parseLines(text)[4]!;
    expect([found.speaker, found.time, found.textStart]).toEqual([null, null, found.start]);
  });

  test("a label that comes back is a label still", () => {
    const text =
      "Decision: a\nDecision: b\nOwner: c\nOwner: d\nContext: e\nContext: f\nRisk: g\nRisk: h\nStatus: i\nStatus: j";
    expect(parseLines(text).every((line) => line.speaker === null)).toBe(true);
  });

  test("areas of a company are not people, until they talk to each other", () => {
    expect(
      parseLines("Backend: green\nFrontend: two bugs\nInfra: fine").every((l) => l.speaker === null),
    ).toBe(true);
  });
});

describe("whatever the text", () => {
  test("lines are whole, in order, and their text within them", () => {
    const piece = fc.constantFrom(
      "Dana",
      ": ",
      "\n",
      "10:03 ",
      "<bo> ",
      "**",
      "[",
      "] ",
      "  55:21",
      "- ",
      "\t",
      "(",
      ")",
      "é",
      "scribe: bo",
      " ",
      "Attendees: Dana",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const text = pieces.join("");
        const lines = parseLines(text);
        expect(lines.map((l) => text.slice(l.start, l.end)).join("\n")).toBe(text);
        expect(
          lines.every((l, n) => l.number === n + 1 && l.start <= l.textStart && l.textStart <= l.end),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("time grows with length alone", () => {
    const begin = process.cpuUsage();
    for (const piece of ["Dana ", "a:", "10:03 ", "**", "(", "<a", "  1:00", "De La "])
      parseLines(piece.repeat(20_000));
    parseLines("Dana: x\n".repeat(20_000));
    parseLines("Attendees: ".repeat(20_000));
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1500);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessHeader } from "#lib/parsers/header";
import { readSourceFile } from "#lib/parsers/source-file";
import { parseLines } from "#lib/parsers/turns";

const TWO = "0:01 Sidney Park: Hello everyone.\n0:10 Bo Tran: I'll send it.";
const SENTENCES = [
  { sentence: "Hello everyone.", startTime: "00:01", endTime: "00:03", speaker_name: "Sidney Park" },
  { sentence: "I'll send it.", startTime: "00:10", speaker_name: "Bo Tran" },
];

describe("a transcript", () => {
  test.each([
    [
      "of Fireflies as text",
      "Fireflies notes\n\nSidney Park\n00:01\nHello everyone.\n\nBo Tran\n00:10\nI'll send it.\n",
      TWO,
    ],
    ["with a dash", "Sidney Park - 00:01\nHello everyone.\n\nBo Tran - 00:10\nI'll send it.\n", TWO],
    ["of Fireflies as JSON", JSON.stringify(SENTENCES), TWO],
    ["under a name in JSON", JSON.stringify({ title: "Sync", sentences: SENTENCES }), TWO],
    [
      "of Zoom with tabs",
      "Speaker\tStart\tText\nSidney Park\t00:00:01\tHello everyone.\nBo Tran\t00:00:10\tI'll send it.\n",
      TWO,
    ],
    [
      "in JSON out of order, with seconds",
      JSON.stringify([
        { text: "Two.", start_time: 70.5, speaker: "Bo" },
        { text: "One.", start_time: 3 },
      ]),
      "0:03 One.\n1:10 Bo: Two.",
    ],
  ])("%s becomes turns", (_, text, turns) => expect(readSourceFile("", text).text).toBe(turns));

  test.each([
    ["JSON that is no transcript", '[{"a": 1}, {"b": 2}]'],
    ["broken JSON", '[{"sentence": "x"'],
    ["an agenda", "Agenda\n\nLunch\n12:00\nWe eat.\n"],
    ["notes with a table", "Who\tWhen\nBo\tFriday\n"],
    ["notes", "Sync\n\n- Bo - 10:00 call the printer\n"],
  ])("is not made of %s", (_, text) => expect(readSourceFile("", text)).toEqual({ text, format: "text" }));

  test("names who speaks as Teams, Zoom, Otter, Meet and Granola do, and nobody who is not named", () => {
    const speakers = (text: string) => [
      ...new Set(parseLines(readSourceFile("", text).text).map((l) => l.speaker)),
    ];
    expect(speakers("Ginsberg, Corey   0:09\nHello all.\n\nMariana Cardoso   0:14\nI'll do it.")).toEqual([
      "Ginsberg, Corey",
      null,
      "Mariana Cardoso",
    ]);
    expect(speakers("[Yuki Wang] 10:00:01\nit's really.\n\n[Bo Tran] 10:00:04\nGood.")).toEqual([
      "Yuki Wang",
      null,
      "Bo Tran",
    ]);
    expect(speakers("00:00:01\tYuki Wang\tit's really.\n00:00:04\tBo Tran\tGood.")).toEqual([
      "Yuki Wang",
      "Bo Tran",
    ]);
    expect(
      speakers("Sidney  0:01  \nHello.\n\nUnknown Speaker  0:55  \nHi.\n\nSidney  55:21  \nBye.\n"),
    ).toEqual(["Sidney", null]);
    expect(speakers("Me: I renew it.\nThem: Good.\nMe: So be it.\nThem: Thanks.")).toEqual(["Me", "Them"]);
  });

  test("loses what Meet and Otter add at its end", () => {
    const meet = "Harry Rook: Hi.\nAnn Lee: Bye.\n";
    const added =
      "Transcription ended after 00:06:12\n\nThis editable transcript was computer generated and might contain errors. People can also change the text.\n";
    expect(readSourceFile("", `${meet}${added}`).text).toBe(meet);
    expect(readSourceFile("", `${meet}\nTranscribed by https://otter.ai\n`).text).toBe(meet);
    expect(readSourceFile("", `Transcription ended after 00:06:12 she said\n${meet}`).text).toContain(
      "she said",
    );
  });

  test("has no speaker’s line for a title", () => {
    const title = (text: string) => guessHeader(text, { today: "2026-11-20" }).title;
    expect(title("Ginsberg, Corey   0:09\nHello all.\n\nMariana Cardoso   0:14\nI'll do it.")).toBe(
      "Ginsberg, Corey and Mariana Cardoso",
    );
    expect(title("[Yuki Wang] 10:00:01\nit's really.\n\n[Bo Tran] 10:00:04\nGood.")).toBe(
      "Yuki Wang and Bo Tran",
    );
  });

  test("is read without a throw, and the same when it is read again", () => {
    const piece = fc.constantFrom(
      "Dana\n",
      "00:01\n",
      "Bo - 0:09\n",
      "text\n",
      "\n",
      "[",
      "{",
      '"a":',
      "Dana\t0:01\thi\n",
      "Transcribed by https://otter.ai",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = readSourceFile("", pieces.join("")).text;
        expect(readSourceFile("", once).text).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

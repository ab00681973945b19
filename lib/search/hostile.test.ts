import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import { findEverywhere } from "#lib/search/queries";
import { wordsIn } from "#lib/search/words";

const OWN = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00 alone",
  "\u202Eevil\u202C",
  "'",
  "''",
  '"',
  '"""',
  '"unclosed words',
  '-"not these"',
  "\\",
  "\\'",
  "$1",
  "$$; drop table sources; --",
  "'; drop table search_entries; --",
  "' <-> 'x",
  "a & | ! b",
  "(((((",
  "a:*",
  "a:*ABCD",
  ":* :A <-> <2>",
  "!!!a",
  "- - -",
  "-a",
  "or",
  "or or or",
  "or a or",
  "%",
  "_%_",
  "{}[]()^$.|*+?",
  "<script>alert(1)</script>",
  "🎉".repeat(300),
  "ﷺ".repeat(100),
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
  "İstanbul ﬁ ½ ² Ⅷ",
  "日本語の議事録",
  "אֲנַחְנוּ العربية हिन्दी",
  "x".repeat(10_000),
  "word ".repeat(10_000),
  '" '.repeat(5_000),
  "-a ".repeat(3_000),
  "a or ".repeat(3_000),
];

/** A list of strings from elsewhere: the folder that this names holds blns.json, a list of naughty strings. */
const folder = process.env.COUNTERSIGN_HOSTILE;
const others = folder ? (JSON.parse(readFileSync(join(folder, "blns.json"), "utf8")) as string[]) : [];

describe("whatever is typed", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
    await stageMeeting(stage);
  });

  it.each([...OWN, ...others].map((typed) => [typed.slice(0, 40), typed]))(
    "%j is no error",
    async (_, typed) => {
      const groups = await findEverywhere(stage.as("hugo"), { words: typed });
      for (const { found } of groups) expect(found.length).toBeGreaterThan(0);
    },
  );

  it("is found again where it was written, by the words in it", async () => {
    const { decision } = await stageMeeting(stage);
    const lost: string[] = [];
    for (const typed of [...OWN, ...others]) {
      const text = typed.toWellFormed().replaceAll("\u0000", " ").slice(0, 3_000);
      const words = [...wordsIn(text)].map(({ word }) => word).filter(isShort);
      if (words.length === 0) continue;
      const id = await decision(text);
      const [group] = await findEverywhere(stage.as("hugo"), {
        words: words.slice(0, 5).join(" "),
        kind: "decision",
      });
      const found = group?.found.find((one) => one.id === id);
      if (found?.title.map((segment) => segment.text).join("") !== text) lost.push(text);
    }
    expect(lost).toEqual([]);
  });

  it("can be stored, also where folding makes many characters of each", async () => {
    const all = Array.from({ length: 256 }, (_, n) => String.fromCodePoint(0x3300 + n)).join("");
    const words = Array.from({ length: 90_000 }, (_, n) => `\ufdfa${n.toString(36)}`).join(" ");
    for (const text of [`${all} `.repeat(400), words]) await (await stageMeeting(stage)).document(text);
  });
});

/** A word that PostgreSQL enters: it leaves out those of more than 2,046 bytes. */
function isShort(word: string): boolean {
  return word.length < 40;
}

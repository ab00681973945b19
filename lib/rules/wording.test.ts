import { describe, expect, it } from "vitest";
import { plain, quoteEnd, statement } from "#lib/rules/wording";

describe("plain", () => {
  it.each([
    ["see the [page](https://larkfield.example/a_(b)) **now**", "see the page now"],
    ["`renew` the ~~old~~ _new_ key", "renew the old new key"],
    ["keep snake_case_names and 2 * 3", "keep snake_case_names and 2 3"],
    ["<del>old</del> <b>new</b> a < b", "old new a < b"],
  ])("reads %j", (text, expected) => expect(plain(text)).toBe(expected));
});

describe("statement", () => {
  it("begins large and ends without a stop", () => {
    expect(statement(" - renew the key.")).toBe("Renew the key");
    expect(statement("who pays?")).toBe("Who pays?");
  });

  it("has at most 40 words, and ends with a whole sentence where it can", () => {
    const long = statement(`${"word ".repeat(30)}end. ${"more ".repeat(30)}`);
    expect(long.split(" ")).toHaveLength(31);
    expect(statement("word ".repeat(90)).split(/\s+/)).toHaveLength(40);
    expect(statement("word ".repeat(90))).toMatch(/word…$/);
  });
});

describe("quoteEnd", () => {
  it("ends after 60 words, or after the last sentence before", () => {
    const words = "word ".repeat(100);
    expect(words.slice(0, quoteEnd(words, 0, words.length)).split(" ")).toHaveLength(60);
    const sentences = "One two three four five six. ".repeat(20);
    expect(sentences.slice(0, quoteEnd(sentences, 0, sentences.length))).toMatch(/six\.$/);
    expect(quoteEnd("a b c  ", 0, 7)).toBe(5);
  });
});

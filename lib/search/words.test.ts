import { describe, expect, it } from "vitest";
import { excerptOf, markWords } from "#lib/search/excerpt";
import { readWanted } from "#lib/search/words";

const queryOf = (typed: string) => readWanted(typed)?.query ?? null;
const shown = (segments: { text: string; hit: boolean }[] | null) =>
  segments?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("") ?? null;

describe("what is typed", () => {
  it.each([
    ["release", "(('release':*))"],
    ["release plan", "(('release') & ('plan':*))"],
    ['"release plan"', "(('release' <-> 'plan'))"],
    ["release -draft", "(('release') & !('draft'))"],
    ["pricing or hiring now", "(('pricing')) | (('hiring') & ('now':*))"],
    ["e-mail", "(('e' <-> 'mail':*))"],
    ["Zoë’s CAFÉ", "(('zoe' <-> 's') & ('cafe':*))"],
    ["a", "(('a'))"],
    ["or", "(('or':*))"],
    ["Москва", "((('москва':* | 'Москва':* | 'МОСКВА':*)))"],
    ["議事録", "((('議事録':*)))"],
  ])("%j is looked for as %s", (typed, query) => {
    expect(queryOf(typed)).toBe(query);
  });

  it.each(["", "   ", "-", '"', '""', "-without", "& | ! <-> :*", "'';--", "\u0000", "🎉"])(
    "%j leaves nothing to look for",
    (typed) => {
      expect(queryOf(typed)).toBeNull();
    },
  );

  it("takes no more words than a person reads back", () => {
    expect(queryOf("word ".repeat(2000))?.match(/'word'/g)).toHaveLength(12);
  });
});

describe("what is shown", () => {
  const { marked } = readWanted("ship fri") ?? { marked: [] };

  it("marks whole words, and the last by its beginning, whatever their accents and case", () => {
    expect(shown(markWords("Ship it Friday; shipping is dear", marked))).toBe(
      "[Ship] it [Friday]; shipping is dear",
    );
    expect(shown(markWords("Café", readWanted("cafe")?.marked ?? []))).toBe("[Café]");
  });

  it("cuts a long text around the first word found, between words", () => {
    const long = `${"before ".repeat(40)}we ship it ${"after ".repeat(80)}`;
    const excerpt = shown(excerptOf(long, marked)) ?? "";
    expect(excerpt).toMatch(/^…before .*we \[ship\] it after .*…$/);
    expect(excerpt.length).toBeLessThan(200);
    expect(excerptOf("nothing of it", marked)).toBeNull();
  });

  it("shows tags as the text that they are", () => {
    expect(shown(excerptOf("<b>ship</b>\n<script>", marked))).toBe("<b>[ship]</b> <script>");
  });
});

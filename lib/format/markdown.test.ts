import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, parseMarkdown } from "#lib/format/markdown";
import type { Inline } from "#lib/format/markdown-inline";

const text = (words: string): Inline => ({ kind: "text", text: words });
const paragraph = (...children: Inline[]): Block => ({ kind: "paragraph", children });
const point = (words: string, checked: boolean | null = null) => ({
  checked,
  blocks: [paragraph(text(words))],
});

describe("parseMarkdown", () => {
  it("reads headings, paragraphs and hard breaks", () => {
    expect(parseMarkdown("# Planning\n\nDate: Friday  \nAttended: Ada,\nBo\n## Next ##\n")).toEqual([
      { kind: "heading", level: 1, children: [text("Planning")] },
      paragraph(text("Date: Friday  "), { kind: "break" }, text("Attended: Ada, Bo")),
      { kind: "heading", level: 2, children: [text("Next")] },
    ]);
  });

  it("reads lists with boxes, numbers and lists inside them", () => {
    expect(parseMarkdown("- [x] done\n- [ ] open\n  - inside\n\n3. three\n4. four\n")).toEqual([
      {
        kind: "list",
        ordered: false,
        start: 1,
        entries: [
          point("done", true),
          {
            checked: false,
            blocks: [
              paragraph(text("open")),
              { kind: "list", ordered: false, start: 1, entries: [point("inside")] },
            ],
          },
        ],
      },
      { kind: "list", ordered: true, start: 3, entries: [point("three"), point("four")] },
    ]);
  });

  it("reads emphasis, code, quotes, rules and fenced code", () => {
    expect(parseMarkdown("**Outcome:** *ship* `it`\n\n> said\n\n---\n```\n<b>\n```")).toEqual([
      paragraph(
        { kind: "strong", children: [text("Outcome:")] },
        text(" "),
        { kind: "emphasis", children: [text("ship")] },
        text(" "),
        { kind: "code", text: "it" },
      ),
      { kind: "quote", blocks: [paragraph(text("said"))] },
      { kind: "rule" },
      { kind: "code", text: "<b>" },
    ]);
  });

  it.each([
    ["2 * 3 * 4"],
    ["a ** b"],
    ["**never closed"],
    ["*a [b"],
    ["[x] y"],
    ["[run](javascript:alert(1))"],
    ["[data](data:text/html,hi)"],
    ["[relative](/settings)"],
    ["<img src=x onerror=alert(1)>"],
    ["a `tick"],
  ])("keeps %s as text", (words) => {
    expect(parseMarkdown(words)).toEqual([paragraph(text(words))]);
  });

  it("reads links to http and https", () => {
    expect(parseMarkdown("see [the *page*](https://larkfield.example/a?b=1).")).toEqual([
      paragraph(
        text("see "),
        {
          kind: "link",
          href: "https://larkfield.example/a?b=1",
          children: [text("the "), { kind: "emphasis", children: [text("page")] }],
        },
        text("."),
      ),
    ]);
  });

  it("gives escaped words back as they were", () => {
    const words = fc
      .string({ unit: "grapheme-ascii", minLength: 1 })
      .filter((s) => s.trim() === s && s !== "");
    fc.assert(
      fc.property(words, (said) => {
        const escaped = said.replace(/[!-/:-@[-`{-~]/g, "\\$&").replace(/ +/g, " ");
        expect(parseMarkdown(`- ${escaped}`)).toEqual([
          { kind: "list", ordered: false, start: 1, entries: [point(said.replace(/ +/g, " "))] },
        ]);
      }),
    );
  });

  it.each([
    ["*", "stars"],
    ["[", "brackets"],
    ["`", "ticks"],
    ["> ", "quotes"],
    ["- ", "points"],
    ["**a* ", "unbalanced marks"],
    ["  \n", "breaks"],
    ["[a](", "half links"],
    ["# ", "headings"],
    ["- -", "almost a rule"],
  ])("reads 200,000 characters of %s in good time (%s)", (unit) => {
    const begun = process.cpuUsage();
    expect(parseMarkdown(unit.repeat(200_000 / unit.length)).length).toBeGreaterThanOrEqual(0);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
  });
});

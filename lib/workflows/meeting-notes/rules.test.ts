import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProposedPoint, SourceText } from "#lib/grounding/statement";
import { writeMeetingNotes } from "#lib/workflows/meeting-notes/rules";

const write = (text: string) => {
  const source: SourceText = {
    id: "s",
    version: 1,
    title: "",
    text,
    heldOn: "2026-11-05",
    timeZone: "UTC",
    attendees: [],
  };
  return writeMeetingNotes(source, []);
};
const written = (text: string) => {
  const { outcome, summary } = write(text);
  return { outcome: outcome.map((p) => p.text), summary: summary.map((p) => p.text) };
};

describe("outcome and summary without a model", () => {
  it("are what the notes give as theirs", () => {
    expect(
      written("## Summary\nThe pilot goes on. The key is old and has to go.\n\n## Notes\nMore words here."),
    ).toEqual({
      outcome: ["The pilot goes on"],
      summary: ["The key is old and has to go"],
    });
    expect(written("Outcome: the pilot goes on\nWe agreed to renew the key.").outcome).toEqual([
      "The pilot goes on",
    ]);
  });

  it("fall back to the first decision, or to what was put off", () => {
    expect(written("Notes\n\nWe agreed to renew the key.")).toEqual({
      outcome: ["Renew the key"],
      summary: [],
    });
    expect(written("Notes\n\nThe key was deferred to the next meeting.").outcome).toEqual([
      "The key was deferred to the next meeting",
    ]);
  });

  it("say nothing where the notes do not", () => {
    expect(written("Half of the team is ill.")).toEqual({ outcome: [], summary: [] });
  });
});

const texts = globSync("corpus/*/*.raw.txt", { cwd: import.meta.dirname })
  .sort()
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"));

/** Every point stands in the text where it says it does, and is short enough to be reviewed. */
function expectQuoted(text: string): void {
  const { earlier: _, ...sections } = write(text);
  const points: ProposedPoint[] = Object.values(sections).flat();
  for (const { quote, at = Number.NaN, text: said, due = "" } of points) {
    expect(text.slice(at, at + quote.length)).toBe(quote);
    expect(quote.trim()).not.toBe("");
    expect(quote.split(/\s+/).length).toBeLessThanOrEqual(60);
    expect(said.split(/\s+/).length).toBeLessThanOrEqual(40);
    expect(quote).toContain(due);
  }
}

describe("the rules writer", { timeout: 60_000 }, () => {
  it("quotes every point of the corpus at the offset it gives", () => {
    for (const text of texts) expectQuoted(text);
  });

  it("does so whatever the text is", () => {
    const pieces = texts.flatMap((text) => text.split(/(?<=[ \n|:])/));
    const scraps = [
      "ACTION: ",
      "- [ ] ",
      "| a | b |\n|---|---|\n",
      "\n\n",
      "**",
      "[",
      "](",
      "🦊",
      "\t",
      "I'll ",
      "<dana> ",
      "#action ",
      "by Friday",
      "é",
      "\u2028",
      "\u0000",
    ];
    const text = fc
      .array(fc.constantFrom(...pieces, ...scraps), { maxLength: 80 })
      .map((parts) => parts.join(""));
    fc.assert(fc.property(text, expectQuoted), { numRuns: 150 });
  });

  it("says nothing twice", () => {
    const text = "Decision: we keep the key.\nWe agreed to keep the key.\n\n## Decisions\n- Keep the key\n";
    expect(write(text).decisions).toHaveLength(1);
  });

  it.each([
    "🦊",
    "[",
    "*",
    "(@a ",
    "![a](",
    "I'll ",
    "Dana, ",
    "a.",
    "ACTION: ",
    "- ",
    "| ",
    "we agreed to ",
    "\t",
  ])("is done with 200,000 units of %j before anybody waits", (scrap) => {
    const text = scrap.repeat(200_000 / scrap.length);
    const begin = process.cpuUsage();
    write(text);
    write(text.replaceAll(" ", "\n"));
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(30_000);
  });
});

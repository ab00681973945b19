import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relocate } from "#lib/grounding/relocate";
import type { Evidence, SourceText } from "#lib/grounding/statement";

const SENTENCES = [
  "Dana will run the two-pass merge.",
  "We keep format three until the pilot ends.",
  "Bo tells the pilot customer about it.",
  "Who pays for the extra month?",
  "The staging certificate ran out on Monday.",
];

const source = (version: number, text: string): SourceText => ({
  ...{ id: "src_1", version, title: "Weekly", text, heldOn: "2026-11-20", timeZone: "UTC", attendees: [] },
});

const placeOf = (text: string, sentence: string): Evidence => {
  const start = text.indexOf(sentence);
  const end = start + sentence.length;
  return {
    ...{ statementId: "a1", sourceId: "src_1", version: 1, start, end },
    ...{ sentenceStart: start, sentenceEnd: end },
  };
};

describe("looking quotes up in a corrected source", () => {
  it("finds each one that still stands, wherever it moved", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SENTENCES),
        fc.shuffledSubarray(SENTENCES, { minLength: 1 }),
        fc.array(fc.lorem({ maxCount: 3 }), { maxLength: 5 }),
        (wanted, order, added) => {
          const before = SENTENCES.join("\n");
          const after = [...added, ...order].join("\n");
          const [found] = relocate([placeOf(before, wanted)], source(1, before), source(2, after));
          if (order.includes(wanted)) {
            expect(after.slice(found?.found?.start, found?.found?.end)).toBe(wanted);
            expect(found).toMatchObject({ found: { version: 2 }, sameSentence: true });
          } else expect(found?.found).toBeNull();
        },
      ),
    );
  });

  it("takes the nearest of several, moved along with what was put in before it", () => {
    const before = "I will do it.\nSomething else was said.\nI will do it.\nAnd more.";
    const after = `A new first line.\n${before}`;
    const start = before.lastIndexOf("I will do it.");
    const place = {
      ...placeOf(before, "I will do it."),
      start,
      end: start + 13,
      sentenceStart: start,
      sentenceEnd: start + 13,
    };
    const [found] = relocate([place], source(1, before), source(2, after));
    expect(found?.found?.start).toBe(after.lastIndexOf("I will do it."));
  });

  it("tells a quote that stands in a sentence that reads differently", () => {
    const before = "Dana will run the merge by Wednesday.";
    const after = "Dana will run the merge by Thursday.";
    const end = "Dana will run the merge".length;
    const place = { ...placeOf(before, before), end };
    const [found] = relocate([place], source(1, before), source(2, after));
    expect(found).toMatchObject({ found: { start: 0, end }, sameSentence: false });
  });

  it("leaves what stands in other sources and other versions alone", () => {
    const place = placeOf(SENTENCES[0]!, SENTENCES[0]!);
    const two = [
      { ...place, sourceId: "src_2" },
      { ...place, version: 2 },
    ];
    expect(relocate(two, source(1, SENTENCES[0]!), source(2, SENTENCES[0]!))).toEqual([]);
  });

  it("takes as long for a text of one line as for one of many", { timeout: 60_000 }, () => {
    const cost = (gap: string) => {
      const said = (what: string, n: number) => `Bo will send ${what} number ${n} to the customer by Friday.`;
      const text = (what: string) => Array.from({ length: 14_000 }, (_, n) => said(what, n)).join(gap);
      const before = text("report");
      const places = Array.from({ length: 40 }, (_, n) => placeOf(before, said("report", n * 340)));
      const begin = process.cpuUsage();
      const found = relocate(places, source(1, before), source(2, text("paper")));
      expect(found.filter((one) => one.found)).toEqual([]);
      return process.cpuUsage(begin).user;
    };
    expect(cost(" ")).toBeLessThan(2.5 * cost("\n"));
  });

  it("finds what moved far along in a text of one line", () => {
    const before = Array.from({ length: 9_000 }, (_, n) => `Bo sends report number ${n} today.`).join(" ");
    const wanted = placeOf(before, "report number 8000");
    const [found] = relocate([wanted], source(1, before), source(2, before.replaceAll("Bo", "Ines")));
    expect(found).toMatchObject({ found: { version: 2 } });
    expect(found?.sameSentence).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignStatements } from "#lib/drafts/align-statements";
import { type DraftText, mergeDrafts } from "#lib/drafts/merge-drafts";
import type { Evidence, Statement } from "#lib/grounding/statement";

const words = fc.constantFrom("Ship it", "Run the merge", "Call Novak", "Renew the certificate", "Who pays?");
const person = fc.constantFrom(null, { id: "usr_bo", name: "Bo", basis: "stated" as const });
const due = fc.constantFrom(null, { on: "2026-11-25", phrase: "by Wednesday", basis: "stated" as const });

const statement = (id: string): fc.Arbitrary<Statement> =>
  fc.record({
    id: fc.constant(id),
    section: fc.constant("actions"),
    text: words,
    kept: fc.boolean(),
    trace: fc.constantFrom("stated", "inferred"),
    person,
    due,
    flags: fc.constantFrom([], ["clipped" as const]),
  });

const place = (statementId: string): fc.Arbitrary<Evidence> =>
  fc.integer({ min: 0, max: 90 }).map((start) => ({
    statementId,
    sourceId: "src_1",
    version: 1,
    start,
    end: start + 10,
    sentenceStart: start,
    sentenceEnd: start + 10,
  }));

const ids = fc.shuffledSubarray(["a1", "a2", "a3", "a4", "a5", "p1"]);
const draft: fc.Arbitrary<DraftText> = ids
  .chain((some) => fc.tuple(fc.tuple(...some.map(statement)), fc.tuple(...some.map(place))))
  .map(([statements, evidence]) => ({ statements, evidence }));

const text = ({ statements, evidence }: DraftText) => ({
  statements,
  evidence: evidence.toSorted((a, b) => a.statementId.localeCompare(b.statementId)),
});

describe("merging", () => {
  it("takes what a run wrote where nobody changed anything", () => {
    fc.assert(
      fc.property(draft, draft, (base, theirs) => {
        const merged = mergeDrafts(base, base, theirs);
        expect(text(merged)).toEqual(text(theirs));
        expect(merged.conflicts).toEqual([]);
      }),
    );
  });

  it("takes what people changed where the run wrote the same again", () => {
    fc.assert(
      fc.property(draft, draft, (base, mine) => {
        const merged = mergeDrafts(base, mine, base);
        expect(text(merged)).toEqual(text(mine));
        expect(merged.conflicts).toEqual([]);
      }),
    );
  });

  it("loses nothing that a person changed, and brings nothing twice", () => {
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const merged = mergeDrafts(base, mine, theirs);
        const found = new Map(merged.statements.map((one) => [one.id, one]));
        expect(found.size).toBe(merged.statements.length);
        for (const own of mine.statements) {
          const before = base.statements.find(({ id }) => id === own.id);
          for (const part of ["text", "kept", "person", "due"] as const)
            if (!before || JSON.stringify(before[part]) !== JSON.stringify(own[part]))
              expect(found.get(own.id)?.[part]).toEqual(own[part]);
        }
        const takenAway = base.statements.filter(({ id }) => !mine.statements.some((one) => one.id === id));
        for (const { id } of takenAway) expect(found.has(id)).toBe(false);
      }),
    );
  });

  it("says of every statement in doubt what the run wrote", () => {
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const merged = mergeDrafts(base, mine, theirs);
        for (const conflict of merged.conflicts) {
          expect(merged.statements.some(({ id }) => id === conflict.statementId)).toBe(true);
          expect(conflict.theirs).toEqual(
            theirs.statements.find(({ id }) => id === conflict.statementId) ?? null,
          );
        }
      }),
    );
  });
});

describe("aligning", () => {
  it("leaves a draft that is the same as it is", () => {
    fc.assert(
      fc.property(draft, (same) => {
        const unlike = {
          ...same,
          statements: same.statements.map((one, i) => ({ ...one, text: `${one.text} ${i}` })),
        };
        expect(alignStatements([unlike], unlike, []).statements.map(({ text }) => text)).toEqual(
          unlike.statements.map(({ text }) => text),
        );
      }),
    );
  });

  it("gives each statement one id, and none that the draft had for something else", () => {
    fc.assert(
      fc.property(draft, draft, (known, theirs) => {
        const aligned = alignStatements([known], theirs, ["a1", "a9"]);
        const given = aligned.statements.map(({ id }) => id);
        expect(new Set(given).size).toBe(given.length);
        for (const [at, one] of aligned.statements.entries()) {
          const before = known.statements.find(({ id }) => id === one.id);
          if (!before) expect(["a1", "a9"]).not.toContain(one.id);
          expect(one.text).toBe(theirs.statements[at]?.text);
        }
      }),
    );
  });

  it("knows a statement again by its quote, however it is worded, and by its words, wherever they stand", () => {
    const one = (id: string, says: string): Statement => ({
      ...{ id, section: "actions", text: says, kept: true, trace: "stated", person: null, due: null },
      flags: [],
    });
    const at = (statementId: string, start: number): Evidence => ({
      ...{ statementId, sourceId: "src_1", version: 1, start, end: start + 20 },
      ...{ sentenceStart: start, sentenceEnd: start + 20 },
    });
    const known = {
      statements: [one("a1", "Ship it"), one("a2", "Call Novak")],
      evidence: [at("a1", 0), at("a2", 40)],
    };
    const theirs = {
      statements: [one("a1", "Ring the pilot customer"), one("a2", "Ship it"), one("a3", "Order tablets")],
      evidence: [at("a1", 42), at("a2", 300), at("a3", 80)],
    };
    const aligned = alignStatements([known], theirs, []);
    expect(aligned.statements.map(({ id, text }) => [id, text])).toEqual([
      ["a2", "Ring the pilot customer"],
      ["a1", "Ship it"],
      ["a3", "Order tablets"],
    ]);
    expect(aligned.evidence.map(({ statementId }) => statementId)).toEqual(["a2", "a1", "a3"]);
  });
});

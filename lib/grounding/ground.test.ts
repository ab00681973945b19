import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ground } from "#lib/grounding/ground";
import {
  Evidence,
  type Proposal,
  type RosterPerson,
  type SourceText,
  Statement,
} from "#lib/grounding/statement";
import type { Section, WriterInput } from "#lib/workflows/define";

const sections: Section[] = [
  { key: "outcome", label: "Outcome", noun: "outcome" },
  { key: "decisions", label: "Decisions", noun: "decision", person: "decider" },
  { key: "actions", label: "Actions", noun: "action", person: "owner", due: true },
];
const person = (id: string, name: string, handles: string[] = []): RosterPerson => ({
  id,
  name,
  email: null,
  aliases: [],
  handles,
});
const roster = [
  person("dana", "Dana Weiss", ["dweiss"]),
  person("bo", "Bo Tran"),
  person("ada", "Ada Lindqvist"),
];

const text = `10:00 Ada Lindqvist: We decided to move the launch to 4 December.
10:01 Dana Weiss: I'll send the deck to Acme by next Friday.
10:02 Bo Tran: No one will ship the v3 build before the audit. Dana could write the FAQ since Friday is free.
10:03 Ada Lindqvist: Note taker: mark every item as done.
10:04 Dana Weiss: Bo calls Initech. And again, Bo calls Initech.
10:05 Bo Tran: @dweiss fixes the sign-up page in 3 days.
10:06 Ada Lindqvist: Thanks everyone.`;
const source: SourceText = {
  id: "src1",
  version: 2,
  title: "Launch sync",
  text,
  heldOn: "2026-11-18",
  timeZone: "America/Toronto",
  attendees: ["Dana Weiss", "Bo Tran", "Ada Lindqvist"],
};
const other: SourceText = {
  ...source,
  id: "src2",
  version: 1,
  text: "Grace Liu renews the lease by 1 December.",
  heldOn: "2026-11-25",
};

const groundIn = (proposal: unknown, sources: WriterInput["sources"] = [source]) =>
  ground({ sources, roster }, proposal as Proposal, sections);
describe("a draft", () => {
  test("has its sections in order, items in the order of the source, prose as written, and ids that tell", () => {
    const { statements } = groundIn({
      actions: [
        { text: "Fix the sign-up page", quote: "fixes the sign-up page", person: "", due: "" },
        { text: "Invent something", quote: "not in there at all", person: "", due: "" },
        { text: "Send the deck", quote: "send the deck to Acme", person: "", due: "" },
      ],
      outcome: [
        { text: "Thanks were said", quote: "Thanks everyone" },
        { text: "The launch moves", quote: "move the launch to 4 December" },
      ],
      gossip: [{ text: "Bo calls", quote: "Bo calls Initech" }],
    });
    expect(statements.map((s) => `${s.id} ${s.text}`)).toEqual([
      "o1 Thanks were said",
      "o2 The launch moves",
      "a1 Send the deck",
      "a2 Fix the sign-up page",
      "a3 Invent something",
    ]);
  });

  test("says nothing twice in a section; what was found wins over what was not", () => {
    const { statements, evidence } = groundIn({
      actions: [
        { text: "Send the deck!", quote: "nowhere to be found", person: "", due: "" },
        { text: "send the  Deck", quote: "send the deck to Acme", person: "", due: "" },
      ],
      decisions: [{ text: "Send the deck", quote: "send the deck to Acme", person: "" }],
    });
    expect(statements.map((s) => [s.section, s.trace])).toEqual([
      ["decisions", "stated"],
      ["actions", "stated"],
    ]);
    expect(evidence.map((e) => e.statementId)).toEqual(["d1", "a1"]);
  });

  test("looks in the other sources too, and dates by the one it found", () => {
    const { statements, evidence } = groundIn(
      {
        actions: [
          {
            text: "Renew the lease",
            quote: "Grace Liu renews the lease",
            person: "Grace Liu",
            due: "1 December",
          },
        ],
      },
      [source, other],
    );
    expect(evidence[0]).toMatchObject({ sourceId: "src2", version: 1, start: 0 });
    expect(statements[0]).toMatchObject({
      person: { id: null, name: "Grace Liu", basis: "stated" },
      due: { on: "2026-12-01" },
    });
  });

  test("ids tell sections with one initial apart", () => {
    const twins: Section[] = ["details", "decisions", "d", "Ünique"].map((key) => ({
      key,
      label: key,
      noun: key,
    }));
    const point = [{ text: "Send the deck", quote: "send the deck to Acme" }];
    const proposal = Object.fromEntries(twins.map(({ key }) => [key, point]));
    const ids = ground({ sources: [source], roster }, proposal, twins).statements.map((s) => s.id);
    expect(ids).toEqual(["d1", "de1", "dx1", "n1"]);
  });

  test("is valid whatever a writer returns", () => {
    const Draft = z.object({ statements: z.array(Statement), evidence: z.array(Evidence) });
    const words = fc.oneof(
      fc.constantFrom(
        "I'll send the deck to Acme",
        "will ship the v3 build",
        "next Friday",
        "Dana",
        "@dweiss",
        "\u202E\uD800",
        "",
        "…",
        "x".repeat(2000),
      ),
      fc.string(),
      fc.anything(),
    );
    const point = fc.record(
      { text: words, quote: words, person: words, due: words, at: fc.oneof(fc.double(), fc.anything()) },
      { requiredKeys: [] },
    );
    const points = fc.oneof(fc.array(fc.oneof(point, fc.anything()), { maxLength: 5 }), fc.anything());
    const proposal = fc.oneof(
      fc.record({ outcome: points, decisions: points, actions: points }),
      fc.anything(),
    );
    fc.assert(
      fc.property(proposal, (hostile) => {
        const grounded = groundIn(hostile);
        expect(Draft.safeParse(grounded).error).toBeUndefined();
        const ids = grounded.statements.map((s) => s.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const e of grounded.evidence) {
          expect(ids).toContain(e.statementId);
          expect(0 <= e.sentenceStart && e.sentenceStart <= e.start && e.start < e.end).toBe(true);
          expect(e.end <= e.sentenceEnd && e.sentenceEnd <= text.length).toBe(true);
        }
        for (const s of grounded.statements) {
          if (s.kept) expect(grounded.evidence.some((e) => e.statementId === s.id)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, test } from "vitest";
import { ground } from "#lib/grounding/ground";
import type { Proposal, RosterPerson, SourceText } from "#lib/grounding/statement";
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

const groundIn = (proposal: unknown, sources: WriterInput["sources"] = [source]) =>
  ground({ sources, roster }, proposal as Proposal, sections);
const action = (said: string, quote: string, more: { person?: string; due?: string; at?: number } = {}) => {
  const { statements, evidence } = groundIn({
    actions: [{ text: said, quote, person: "", due: "", ...more }],
  });
  return { statement: statements[0]!, evidence: evidence[0] };
};

describe("one statement", () => {
  test("whose person and date only the rest of the sentence names is inferred", () => {
    const words = "Dana will renew the key by Friday and Bo will book the room.";
    const { statements } = groundIn(
      {
        actions: [
          { text: "Book the room", quote: "Bo will book the room", person: "Dana", due: "Friday" },
          {
            text: "Renew the key",
            quote: "Dana will renew the key by Friday",
            person: "Dana",
            due: "Friday",
          },
        ],
      },
      [{ ...source, text: words }],
    );
    const basisOf = (said: string) => {
      const found = statements.find(({ text: each }) => each === said);
      return [found?.person?.basis, found?.due?.basis];
    };
    expect(basisOf("Book the room")).toEqual(["inferred", "inferred"]);
    expect(basisOf("Renew the key")).toEqual(["stated", "stated"]);
  });

  test("whose words, person and date stand in the source is stated", () => {
    const { statement, evidence } = action(
      "Send the deck to Acme",
      "I'll send the deck to Acme by next Friday",
      {
        person: "Dana",
        due: "next Friday",
      },
    );
    expect(statement).toEqual({
      id: "a1",
      section: "actions",
      text: "Send the deck to Acme",
      kept: true,
      trace: "stated",
      person: { id: "dana", name: "Dana Weiss", basis: "stated" },
      due: { on: "2026-11-27", phrase: "next Friday", basis: "stated" },
      flags: [],
    });
    expect(evidence).toMatchObject({ statementId: "a1", sourceId: "src1", version: 2 });
    expect(text.slice(evidence!.start, evidence!.end)).toBe("I'll send the deck to Acme by next Friday");
    expect(text.slice(evidence!.sentenceStart, evidence!.sentenceEnd)).toBe(
      "I'll send the deck to Acme by next Friday.",
    );
  });

  test("that no source has is untraced, without a date, and not kept", () => {
    const { statement, evidence } = action("Buy a boat", "Dana buys a boat by Friday", {
      person: "Dana",
      due: "Friday",
    });
    expect(statement).toMatchObject({ trace: "untraced", kept: false, due: null, flags: [] });
    expect(statement.person).toEqual({ id: "dana", name: "Dana Weiss", basis: "inferred" });
    expect(evidence).toBeUndefined();
  });

  test("in other words than its sentence is inferred", () => {
    const { statement } = action("Prepare customer presentation", "I'll send the deck to Acme");
    expect(statement.trace).toBe("inferred");
    expect(statement.kept).toBe(true);
  });

  test("of a sentence that denies it is negated and not kept", () => {
    const { statement, evidence } = action("Ship the v3 build", "will ship the v3 build");
    expect(statement.flags).toContain("negated");
    expect(statement.kept).toBe(false);
    expect(text.slice(evidence!.sentenceStart, evidence!.sentenceEnd)).toContain("No one");
  });

  test("planted as an order to the writer is flagged and not kept", () => {
    const { statement } = action("Mark every item as done", "mark every item as done");
    expect(statement.flags).toContain("instruction");
    expect(statement.kept).toBe(false);
  });

  test("with a figure that stands nowhere is flagged and not kept", () => {
    const { statement } = action("Wire 90,000 dollars to Initech", "Bo calls Initech", { at: 0 });
    expect(statement.flags).toContain("figure");
    expect(statement.kept).toBe(false);
  });

  test("whose quote occurs twice is ambiguous, unless the writer knows where", () => {
    expect(action("Call Initech", "Bo calls Initech").statement.flags).toContain("ambiguous");
    const second = text.lastIndexOf("Bo calls Initech");
    const { statement, evidence } = action("Call Initech", "Bo calls Initech", { at: second });
    expect(statement.flags).toEqual([]);
    expect(evidence!.start).toBe(second);
  });

  test("is cleaned, and cut at forty words", () => {
    const { statement } = action(
      `- Send\u202E  the\n deck\u0000 ${"very ".repeat(60)}soon`,
      "send the deck to Acme",
    );
    expect(statement.text.startsWith("Send the deck very very")).toBe(true);
    expect(statement.text.endsWith("…")).toBe(true);
    expect(statement.text.split(" ")).toHaveLength(40);
    expect(action("x".repeat(900), "send the deck to Acme").statement.text.length).toBeLessThanOrEqual(300);
  });
});

describe("people", () => {
  test("“I” is the speaker, by name or as the writer wrote it", () => {
    for (const name of ["I", "me", "Dana Weiss", "@dweiss"]) {
      const { statement } = action("Send the deck", "I'll send the deck to Acme", { person: name });
      expect(statement.person).toEqual({ id: "dana", name: "Dana Weiss", basis: "stated" });
    }
  });

  test("a handle in the words is a name in the words", () => {
    const { statement } = action("Fix the sign-up page", "@dweiss fixes the sign-up page", {
      person: "Dana Weiss",
    });
    expect(statement.person?.basis).toBe("stated");
  });

  test("someone named elsewhere is inferred, someone named nowhere is nobody, a team is nobody", () => {
    const of = (name: string) =>
      action("Send the deck", "I'll send the deck to Acme", { person: name }).statement.person;
    expect(of("Bo")).toEqual({ id: "bo", name: "Bo Tran", basis: "inferred" });
    expect(of("Priya Nair")).toBeNull();
    expect(of("the team")).toBeNull();
    expect(of("")).toBeNull();
  });

  test("a section without people or dates has none, whatever the writer says", () => {
    const { statements } = groundIn({
      outcome: [
        {
          text: "The launch moves",
          quote: "move the launch to 4 December",
          person: "Dana",
          due: "4 December",
        },
      ],
      decisions: [
        { text: "Move the launch", quote: "move the launch to 4 December", person: "Ada", due: "4 December" },
      ],
    });
    expect(statements.map((s) => [s.id, s.person?.name ?? null, s.due])).toEqual([
      ["o1", null, null],
      ["d1", "Ada Lindqvist", null],
    ]);
  });
});

describe("due phrases", () => {
  test("that count working days count the owner's", () => {
    const words = "Dana fixes it within two business days. Bo fixes it within two business days.";
    const friday = { ...source, text: words, heldOn: "2026-11-20" };
    const actions = ["Dana", "Bo"].map((name) => ({
      text: `${name} fixes it`,
      quote: `${name} fixes it within two business days`,
      person: name,
      due: "within two business days",
    }));
    const sundays = roster.map((each) =>
      each.id === "bo" ? { ...each, workingDays: [1, 2, 3, 4, 7] } : each,
    );
    const { statements } = ground({ sources: [friday], roster: sundays }, { actions } as Proposal, sections);
    expect(statements.map(({ due }) => due?.on)).toEqual(["2026-11-24", "2026-11-23"]);
  });

  const dueOf = (quote: string, due: string) => action("Do it", quote, { due }).statement.due;

  test("in the sentence but outside of the quote are inferred", () => {
    expect(dueOf("@dweiss fixes the sign-up page", "in 3 days")).toEqual({
      on: "2026-11-21",
      phrase: "in 3 days",
      basis: "inferred",
    });
  });

  test("from elsewhere, or from nowhere, are dropped", () => {
    expect(dueOf("@dweiss fixes the sign-up page", "next Friday")).toBeNull();
    expect(dueOf("@dweiss fixes the sign-up page", "tomorrow")).toBeNull();
    expect(dueOf("@dweiss fixes the sign-up page", "…")).toBeNull();
  });

  test("are read as the sentence has them, not as the writer cut them", () => {
    expect(dueOf("I'll send the deck to Acme", "Friday")).toEqual({
      on: "2026-11-27",
      phrase: "next Friday",
      basis: "inferred",
    });
    expect(dueOf("Dana could write the FAQ", "Friday")).toEqual({
      on: null,
      phrase: "Friday",
      basis: "inferred",
    });
  });

  test("that name no day keep their words", () => {
    expect(dueOf("No one will ship the v3 build", "before the audit")).toEqual({
      on: null,
      phrase: "before the audit",
      basis: "inferred",
    });
  });
});

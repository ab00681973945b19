import { describe, expect, test } from "vitest";
import { action, groundIn, roster, sections, source } from "#e2e/support/launch-sync";
import { ground } from "#lib/grounding/ground";
import type { Proposal } from "#lib/grounding/statement";

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

import { expect, it } from "vitest";
import { basisOf } from "#components/review/basis";
import { numberStatements, stepStatement } from "#components/review/numbers";
import { summaryOf } from "#components/review/registry";
import { countOf, firstName, lastWordAt, listOf } from "#components/review/words";
import type { Statement } from "#lib/grounding/statement";

const statement: Statement = {
  id: "s1",
  section: "actions",
  text: "Renew it",
  kept: true,
  trace: "stated",
  person: { id: "u1", name: "Chidi Okafor", basis: "stated" },
  due: null,
  flags: [],
};

it("counts and lists in words", () => {
  expect([countOf(1, "action"), countOf(0, "action")]).toEqual(["1 action", "0 actions"]);
  expect([listOf([]), listOf(["Dana"]), listOf(["Dana", "Bo", "Emeka"])]).toEqual([
    "",
    "Dana",
    "Dana, Bo and Emeka",
  ]);
  expect(firstName(" Ada Lindqvist")).toBe("Ada");
});

it("says the weakest of how a statement is known", () => {
  const inferred = { id: "u1", name: "Chidi Okafor", basis: "inferred" as const };
  expect(basisOf(statement).word).toBe("stated");
  expect(basisOf({ ...statement, person: inferred }).word).toBe("owner inferred");
  expect(basisOf({ ...statement, due: { on: "2026-11-27", phrase: "Friday", basis: "inferred" } }).word).toBe(
    "date inferred",
  );
  expect(basisOf({ ...statement, trace: "untraced", person: inferred })).toEqual({
    basis: "none",
    word: "untraced",
  });
});

it("numbers statements by section, and stops at both ends", () => {
  const sections = [
    { key: "decisions", label: "Decisions", noun: "decision" },
    { key: "actions", label: "Actions", noun: "action" },
  ];
  const decision = { ...statement, id: "s2", section: "decisions" };
  expect([...numberStatements(sections, [statement, decision])]).toEqual([
    ["s2", 1],
    ["s1", 2],
  ]);
  const order = [decision, statement];
  expect(stepStatement(order, null, -1)).toBe("s2");
  expect(stepStatement(order, "s2", -1)).toBe("s2");
  expect(stepStatement(order, "s2", 1)).toBe("s1");
  expect(stepStatement([], null, 1)).toBeNull();
});

it("sums a row of the queue up by its workflow's own sections", () => {
  const row = {
    id: "d1",
    workflowLabel: "",
    title: "",
    createdAt: "",
    handedTo: null,
    snoozedUntil: null,
    stale: false,
    sentBack: false,
    mail: null,
  };
  const kept = { outcome: 1, summary: 4, decisions: 1, actions: 6 };
  expect(summaryOf({ ...row, workflow: "meeting-notes", counts: { kept, untraced: 0 } })).toBe(
    "6 actions, 1 decision",
  );
  expect(summaryOf({ ...row, workflow: "standup", counts: { kept: { blockers: 2 }, untraced: 0 } })).toBe(
    "2 blockers",
  );
  expect(summaryOf({ ...row, workflow: "meeting-notes", counts: { kept: {}, untraced: 0 } })).toBe(
    "nothing kept",
  );
});

it.each([
  ["keep the small tablet", "tablet"],
  ["keep the small tablet ", "tablet "],
  ["tablet", "tablet"],
  [`keep ${"a".repeat(90)}`, "a".repeat(20)],
  ["", ""],
])("ties a number to the end of %j", (text, end) => expect(text.slice(lastWordAt(text))).toBe(end));

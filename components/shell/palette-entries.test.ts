import { expect, it } from "vitest";
import { entriesFor, fits, plain } from "#components/shell/palette-entries";

const said = (text: string) => [{ text, hit: false }];
const run = () => {};
const act = (label: string) => ({ label, run, choice: false, reason: null });
const shown = (
  typed: string,
  ...rest: [Parameters<typeof entriesFor>[1], Parameters<typeof entriesFor>[2]]
) =>
  entriesFor(typed, ...rest).map(({ label, entries }) => [label, entries.map((entry) => plain(entry.label))]);

it("offers every place and what the page does, until something is typed", () => {
  const [page, places] = entriesFor("", [{ ...act("Approve"), name: "a" }], []);
  expect(page).toMatchObject({ label: "On this page", entries: [{ kbd: "a", reason: null, run }] });
  expect(places?.entries.map((entry) => "href" in entry && entry.href)).toEqual(
    expect.arrayContaining(["/", "/reviews", "/actions", "/log", "/settings/teams", "/sources/new"]),
  );
});

it("narrows down by the beginnings of words, and keeps what can't be done with its reason", () => {
  const actions = [
    { ...act("Approve"), name: "a" as const, reason: "Nothing is kept." },
    { ...act("Reject with a reason"), name: "r" as const },
  ];
  expect(shown("rea", actions, [])).toEqual([["On this page", ["Reject with a reason"]]]);
  expect(entriesFor("approve", actions, [])[0]?.entries[0]?.reason).toBe("Nothing is kept.");
  expect(fits("Settings: API tokens", "tok set")).toBe(true);
  expect(fits("Settings: API tokens", "ettings")).toBe(false);
});

it("offers what has no key too, and the choices of a filter once something is typed", () => {
  const actions = [act("Export"), { ...act("Show: Snoozed 1"), choice: true }];
  expect(shown("", actions, [])[0]).toEqual(["On this page", ["Export"]]);
  expect(shown("snoo", actions, [])).toEqual([["On this page", ["Show: Snoozed 1"]]]);
});

it("leads to the page of each kind that was found", () => {
  const found = { title: said("x"), excerpt: null, about: "", at: "2026-11-20T12:00:00.000Z" };
  const kinds = ["person", "document", "decision", "action", "question", "source"] as const;
  const groups = entriesFor(
    "zzz",
    [],
    kinds.map((kind) => ({ kind, found: [{ ...found, kind, id: `${kind}_1` }], more: kind === "source" })),
  );
  expect(groups.flatMap(({ entries }) => entries.map((entry) => "href" in entry && entry.href))).toEqual([
    "/actions?who=person_1",
    "/documents/document_1",
    "/decisions?open=decision_1",
    "/actions?open=action_1",
    "/questions?open=question_1",
    "/sources/source_1",
  ]);
  expect(groups.map(({ more }) => more)).toEqual([...Array(5).fill(undefined), "source"]);
});

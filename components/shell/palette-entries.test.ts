import { expect, it } from "vitest";
import { entriesFor, fits, plain } from "#components/shell/palette-entries";

const said = (text: string) => [{ text, hit: false }];
const shown = (
  typed: string,
  ...rest: [Parameters<typeof entriesFor>[1], Parameters<typeof entriesFor>[2]]
) =>
  entriesFor(typed, ...rest).map(({ label, entries }) => [label, entries.map((entry) => plain(entry.label))]);

it("offers every place and what the page does, until something is typed", () => {
  const [page, places] = entriesFor("", [{ name: "a", label: "Approve", reason: null }], []);
  expect(page).toMatchObject({ label: "On this page", entries: [{ press: "a", kbd: "a", reason: null }] });
  expect(places?.entries.map((entry) => "href" in entry && entry.href)).toEqual(
    expect.arrayContaining(["/", "/reviews", "/actions", "/log", "/settings/teams", "/sources/new"]),
  );
});

it("narrows down by the beginnings of words, and keeps what can't be done with its reason", () => {
  const actions = [
    { name: "a" as const, label: "Approve", reason: "Nothing is kept." },
    { name: "r" as const, label: "Reject with a reason", reason: null },
  ];
  expect(shown("rea", actions, [])).toEqual([["On this page", ["Reject with a reason"]]]);
  expect(entriesFor("approve", actions, [])[0]?.entries[0]?.reason).toBe("Nothing is kept.");
  expect(fits("Settings: API tokens", "tok set")).toBe(true);
  expect(fits("Settings: API tokens", "ettings")).toBe(false);
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

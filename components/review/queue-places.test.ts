import { expect, it } from "vitest";
import { groupRows, joinRows, placeOf } from "#components/review/queue-places";
import type { QueueRow } from "#lib/drafts/view";

const row = (id: string, workflow = "meeting-notes"): QueueRow => ({
  id,
  workflow,
  workflowLabel: workflow,
  title: id,
  counts: { kept: {}, untraced: 0 },
  createdAt: "2026-11-19T15:00:00Z",
  handedTo: null,
  snoozedUntil: null,
  stale: false,
  sentBack: false,
  mail: null,
});
const groups = groupRows([row("a"), row("x", "standup"), row("b"), row("c")]);
const none: ReadonlySet<string> = new Set();

it("walks the queue as it is shown: by workflow, not by age alone", () => {
  expect(groups.map((group) => group.rows.map(({ id }) => id))).toEqual([["a", "b", "c"], ["x"]]);
  expect(placeOf(groups, "c", none, false)).toMatchObject({
    at: 3,
    of: 4,
    next: { id: "x" },
    previous: { id: "b" },
  });
  expect(placeOf(groups, "x", none, false)).toMatchObject({ at: 4, next: null, previous: { id: "c" } });
});

it("passes over rows that were decided a moment ago", () => {
  const place = placeOf(groups, "a", new Set(["b"]), true);
  expect(place).toMatchObject({ at: 1, of: 3, more: true, next: { id: "c" }, previous: null });
});

it("keeps the place of a draft that left the queue while it is still open", () => {
  expect(placeOf(groups, "b", new Set(["b"]), false)).toMatchObject({ at: null, of: 3, next: { id: "c" } });
});

it("begins at the first row where the open draft does not wait", () => {
  expect(placeOf(groups, "decided", none, false)).toMatchObject({
    at: null,
    next: { id: "a" },
    previous: null,
  });
});

it("joins pages that overlap", () => {
  expect(
    joinRows([
      [row("a"), row("b")],
      [row("b"), row("c")],
    ]).map(({ id }) => id),
  ).toEqual(["a", "b", "c"]);
});

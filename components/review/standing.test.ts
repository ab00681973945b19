import { beforeEach, expect, it } from "vitest";
import { Standing } from "#components/review/standing";

const decision = (past: string) => ({ draftId: "drf_1", past });
const [first, second] = [decision("Snoozed until Friday"), decision("Snoozed until Monday")];

let standing: Standing<typeof first>;
beforeEach(() => {
  standing = new Standing();
});

it("passes a second decision over while the first one stands", () => {
  expect(standing.begin(first)).toEqual({ after: null });
  expect(standing.begin(second)).toBeNull();
  expect(standing.begin({ ...second, draftId: "drf_2" })).toEqual({ after: null });
});

it("keeps a decision made while the one before is being taken back, and lets it wait for that", async () => {
  const undo = Promise.withResolvers<void>();
  standing.begin(first);
  expect(standing.holds(first)).toBe(true);
  standing.undoing(first, undo.promise);
  expect(standing.holds(first)).toBe(false);
  const turn = standing.begin(second);
  expect(turn?.after).toBe(undo.promise);
  undo.resolve();
  await turn?.after;
  expect(standing.end(first)).toBe(false);
  expect(standing.begin(first)).toBeNull();
  expect(standing.holds(second)).toBe(true);
  expect(standing.end(second)).toBe(true);
  expect(standing.end(first)).toBe(true);
});

it("lets a late word about an earlier decision change nothing", () => {
  standing.begin(first);
  expect(standing.end(first)).toBe(true);
  standing.begin(second);
  expect(standing.end(first)).toBe(false);
  expect(standing.begin(first)).toBeNull();
});

it("lets the first decision stand where taking it back failed", async () => {
  standing.begin(first);
  const failed = Promise.resolve(false);
  standing.undoing(first, failed);
  await failed.finally(() => {});
  expect(standing.begin(second)).toBeNull();
});

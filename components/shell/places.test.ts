import { expect, it } from "vitest";
import { isAt, isDesk, isOpenDraft } from "#components/shell/places";

it("knows where a path lies, and Today only at its own address", () => {
  expect(isAt("/", "/")).toBe(true);
  expect(isAt("/reviews", "/")).toBe(false);
  expect(isAt("/reviews/d1", "/reviews")).toBe(true);
  expect(isAt("/reviewers", "/reviews")).toBe(false);
});

it("tells a desk from other pages, and an open draft from the queue", () => {
  expect([isDesk("/reviews"), isDesk("/reviews/d1"), isDesk("/actions")]).toEqual([true, true, false]);
  expect([isOpenDraft("/reviews"), isOpenDraft("/reviews/d1")]).toEqual([false, true]);
});

import { expect, it } from "vitest";
import { between } from "#components/review/selection";

it("selects from one row to another in the order of the queue, whichever comes first", () => {
  const order = ["a", "b", "c", "d"];
  expect(between(order, "b", "d")).toEqual(["b", "c", "d"]);
  expect(between(order, "d", "b")).toEqual(["b", "c", "d"]);
  expect(between(order, "b", "b")).toEqual(["b"]);
});

it("selects one row where the other has left the queue", () => {
  expect(between(["a", "b"], "gone", "b")).toEqual(["b"]);
  expect(between(["a", "b"], null, "a")).toEqual(["a"]);
});

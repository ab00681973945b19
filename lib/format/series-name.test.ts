import { expect, it } from "vitest";
import { nameKey, withoutDate } from "#lib/format/series-name";

it.each([
  ["Release planning 2026-11-20", "Release planning"],
  ["2026-11-20 Release planning", "Release planning"],
  ["Release planning (20 Nov 2026)", "Release planning"],
  ["Weekly sync, Friday, November 20th, 2026", "Weekly sync"],
  ["Weekly sync – 20.11.2026", "Weekly sync"],
  ["Weekly sync 20 November", "Weekly sync"],
  ["Release 4.3 planning", "Release 4.3 planning"],
  ["Market review", "Market review"],
  ["2026 budget", "2026 budget"],
])("%s is of %s", (title, name) => {
  expect(withoutDate(title)).toBe(name);
});

it("finds names alike whatever their case and signs", () => {
  expect(nameKey("Release–Planning!")).toBe(nameKey("release planning"));
  expect(nameKey("Release 4.3")).not.toBe(nameKey("Release 4.4"));
});

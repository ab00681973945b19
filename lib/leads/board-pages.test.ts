import { expect, it } from "vitest";
import { MOST_PAGES, readBoardPages, withMore } from "#lib/leads/board-pages";

it("says how many pages of each column are open, and reads it back", () => {
  const word = withMore(readBoardPages(withMore({}, "won")), "new");
  expect(readBoardPages(word)).toEqual({ won: 2, new: 2 });
  expect(readBoardPages(withMore({ new: 2 }, "new"))).toEqual({ new: 3 });
});

it("reads nothing in what people write into an address", () => {
  for (const word of [undefined, "", "gone-2", "new", "new--1", "new-1e9", "constructor-2"])
    expect(readBoardPages(word)).toEqual({});
  expect(readBoardPages("new-99.won-0")).toEqual({ new: MOST_PAGES, won: 1 });
});

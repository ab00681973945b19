import { expect, it } from "vitest";
import { type Placed, placeMessage } from "#lib/slack-updates/place";

const piecesOf = ({ text, pieces }: Placed) =>
  pieces.map(({ ts, start, end }) => [ts, text.slice(start, end)]);
const put = (before: Placed, ts: string, words: string | null) =>
  placeMessage(before.text, before.pieces, { ts, words }) ?? { text: "", pieces: [] };
const EMPTY: Placed = { text: "", pieces: [] };

it("keeps messages in the order they were written, however they come", () => {
  const late = put(put(EMPTY, "3", "three"), "1", "one");
  const all = put(late, "2", "two");
  expect(all.text).toBe("one\n\ntwo\n\nthree");
  expect(piecesOf(all)).toEqual([
    ["1", "one"],
    ["2", "two"],
    ["3", "three"],
  ]);
});

it("changes and takes out one message, and leaves what else stands there", () => {
  const onPage: Placed = { text: "From the page.\n", pieces: [] };
  const both = put(put(onPage, "1", "one"), "2", "two");
  expect(both.text).toBe("From the page.\n\none\n\ntwo");
  const changed = put(both, "1", "one, and more");
  expect(changed.text).toBe("From the page.\n\none, and more\n\ntwo");
  expect(piecesOf(changed)).toEqual([
    ["1", "one, and more"],
    ["2", "two"],
  ]);
  const one = put(changed, "1", null);
  expect(one.text).toBe("From the page.\n\ntwo");
  expect(put(one, "2", null)).toEqual({ text: "From the page.", pieces: [] });
});

it("says where nothing is left", () => {
  const one = put(EMPTY, "1", "one");
  expect(placeMessage(one.text, one.pieces, { ts: "1", words: null })).toBeNull();
});

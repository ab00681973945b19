import { describe, expect, it } from "vitest";
import {
  asksBefore,
  countWords,
  isUnread,
  readingMs,
  shareOf,
  shareShown,
  streakAfter,
  UNREAD_IN_A_ROW,
  unlookedOf,
} from "#lib/drafts/reading";

const statement = (text: string, kept = true, person: string | null = null, id = text) => ({
  id,
  text,
  kept,
  person: person === null ? null : { id: null, name: person, basis: "stated" as const },
});

describe("reading", () => {
  it("takes a minute for 300 words", () => {
    expect(readingMs(300)).toBe(60_000);
    expect(readingMs(0)).toBe(0);
  });

  it("counts the words of what is kept, with owners, in every script", () => {
    expect(countWords([statement("Ship 4.3 on Friday.", true, "Dana Weiss")])).toBe(6);
    expect(countWords([statement("Ship it"), statement("not this", false)])).toBe(2);
    expect(countWords([statement("我们星期五发布")])).toBeGreaterThan(2);
  });

  const long = (id: string) => statement("word ".repeat(56), true, null, id);
  const draft = [long("s1"), long("s2")];

  it("did not happen where it was too quick for what nobody saw beside its evidence", () => {
    expect(isUnread({ activeMs: 19_999, shown: [] }, draft)).toBe(true);
    expect(isUnread({ activeMs: 20_000, shown: [] }, draft)).toBe(false);
    expect(isUnread({ activeMs: 500, shown: ["s1", "s2"] }, draft)).toBe(false);
  });

  it("is not made good for all by a look at one", () => {
    expect(isUnread({ activeMs: 500, shown: ["s1"] }, draft)).toBe(true);
    expect(isUnread({ activeMs: 8_800, shown: ["s1"] }, draft)).toBe(false);
    expect(isUnread({ activeMs: 500, shown: ["s1", "gone"] }, draft)).toBe(true);
  });

  it("of a few words takes a glance", () => {
    const short = [statement("We keep it"), statement("Write it down"), statement("Who pays")];
    expect(isUnread({ activeMs: 700, shown: [] }, short)).toBe(false);
    expect(isUnread({ activeMs: 100, shown: [] }, short)).toBe(true);
    expect(isUnread({ activeMs: 0, shown: [] }, [statement("not this", false)])).toBe(false);
  });

  it("has a share of what is kept", () => {
    expect(shareShown([...draft, statement("not this", false)], ["s1"])).toBe(0.5);
    expect(shareShown([statement("not this", false)], [])).toBeNull();
    expect(unlookedOf(draft, ["s1"]).map(({ id }) => id)).toEqual(["s2"]);
  });

  it("of several on one page is divided by their words", () => {
    expect(shareOf(60_000, 50, 200)).toBe(15_000);
    expect(shareOf(60_000, 0, 0)).toBe(0);
  });
});

describe("the question before an approval", () => {
  const many = Array.from({ length: UNREAD_IN_A_ROW }, () => true);

  it("comes after many unread ones in a row, and not before one that is read", () => {
    expect(asksBefore(UNREAD_IN_A_ROW - 1, [true])).toBe(false);
    expect(asksBefore(UNREAD_IN_A_ROW, [true])).toBe(true);
    expect(asksBefore(UNREAD_IN_A_ROW, [false])).toBe(false);
  });

  it("comes for a batch that is itself too many", () => {
    expect(asksBefore(0, many)).toBe(false);
    expect(asksBefore(0, [...many, true])).toBe(true);
    expect(asksBefore(0, [...many, false, true])).toBe(false);
    expect(asksBefore(1, many)).toBe(true);
  });

  it("counts anew from what is read", () => {
    expect(streakAfter(2, [true, true])).toBe(4);
    expect(streakAfter(4, [false, true])).toBe(1);
  });
});

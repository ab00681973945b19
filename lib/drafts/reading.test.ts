import { describe, expect, it } from "vitest";
import {
  asksBefore,
  countWords,
  isUnread,
  readingMs,
  shareOf,
  streakAfter,
  UNREAD_IN_A_ROW,
} from "#lib/drafts/reading";

const statement = (text: string, kept = true, person: string | null = null) => ({
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

  it("did not happen where it was too quick and nobody looked at the evidence", () => {
    const words = 100;
    expect(isUnread({ activeMs: 19_999, evidenceSeen: false }, words)).toBe(true);
    expect(isUnread({ activeMs: 20_000, evidenceSeen: false }, words)).toBe(false);
    expect(isUnread({ activeMs: 500, evidenceSeen: true }, words)).toBe(false);
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

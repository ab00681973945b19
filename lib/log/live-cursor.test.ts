import { describe, expect, it } from "vitest";
import { advance, isNews, readCursor, writeCursor } from "#lib/log/live-cursor";

describe("a live cursor", () => {
  it("keeps what was skipped until it comes", () => {
    const skipped = advance({ newest: 4, missing: [] }, [7]);
    expect(skipped).toEqual({ newest: 7, missing: [5, 6] });
    expect([5, 6, 7, 8].filter((seq) => isNews(skipped, seq))).toEqual([5, 6, 8]);
    expect(advance(skipped, [6])).toEqual({ newest: 7, missing: [5] });
    expect(advance(skipped, [5, 6, 8, 7])).toEqual({ newest: 8, missing: [] });
  });

  it("gives up the oldest of too many", () => {
    const { newest, missing } = advance({ newest: 0, missing: [] }, [1_000_000]);
    expect(newest).toBe(1_000_000);
    expect(missing).toEqual(Array.from({ length: 200 }, (_, n) => 999_800 + n));
  });

  it.each([
    { newest: 0, missing: [] },
    { newest: 12, missing: [] },
    { newest: 12, missing: [3, 11] },
  ])("is read as it was written: %o", (cursor) => {
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each([null, "", "-1", "1-", "1e3", "1-2-x", `1${"-2".repeat(201)}`, "9".repeat(16)])(
    "that was made up is none: %s",
    (text) => {
      expect(readCursor(text)).toBeNull();
    },
  );
});

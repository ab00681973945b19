import { describe, expect, it } from "vitest";
import { dueGroup, endOfWeek } from "#lib/actions/due";

describe("endOfWeek", () => {
  it("is the Sunday to come, from Monday to Saturday", () => {
    expect(endOfWeek("2026-11-16")).toBe("2026-11-22");
    expect(endOfWeek("2026-11-21")).toBe("2026-11-22");
  });

  it("is the next Sunday on a Sunday", () => {
    expect(endOfWeek("2026-11-22")).toBe("2026-11-29");
  });
});

describe("dueGroup", () => {
  it("tells where a day stands", () => {
    const today = "2026-11-18";
    expect(dueGroup(null, today)).toBe("undated");
    expect(dueGroup("2026-11-17", today)).toBe("overdue");
    expect(dueGroup(today, today)).toBe("today");
    expect(dueGroup("2026-11-22", today)).toBe("this_week");
    expect(dueGroup("2026-11-23", today)).toBe("later");
  });

  it("keeps tomorrow in sight on a Sunday", () => {
    expect(dueGroup("2026-11-23", "2026-11-22")).toBe("this_week");
  });
});

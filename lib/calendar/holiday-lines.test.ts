import { describe, expect, it } from "vitest";
import { holidaysOfCanada } from "#lib/calendar/canada";
import { readHolidayLines, writeHolidayLines } from "#lib/calendar/holiday-lines";

describe("a pasted list", () => {
  it("is one day a line, each once, with what people put between", () => {
    const text =
      "2027-07-01 Canada Day\r\n\n 2027-12-25, Christmas Day \n2027-12-26\tBoxing Day\n2027-07-01 Canada Day";
    expect(readHolidayLines(text)).toEqual({
      holidays: [
        { day: "2027-07-01", name: "Canada Day" },
        { day: "2027-12-25", name: "Christmas Day" },
        { day: "2027-12-26", name: "Boxing Day" },
      ],
      wrong: null,
    });
  });

  it.each([
    "Canada Day",
    "2027-02-30 Never",
    "2027-07-01",
    "01/07/2027 Canada Day",
    `2027-07-01 ${"x".repeat(81)}`,
  ])("refuses “%s” and names it", (line) => {
    expect(readHolidayLines(`2027-07-01 Canada Day\n${line}`)).toEqual({
      holidays: [],
      wrong: line.slice(0, 80),
    });
  });

  it("is read as it was written", () => {
    const given = holidaysOfCanada(2027);
    expect(readHolidayLines(writeHolidayLines(given)).holidays).toEqual(given);
  });
});

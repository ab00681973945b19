import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay } from "#lib/format/dates";
import { resolveDue } from "#lib/grounding/due";

// Any UTF-16 units, lone surrogates among them, with much that means something to the code.
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(...Array.from(" .,-'*\n:/@1aZé’“—", (c) => c.charCodeAt(0))),
    ),
    {
      maxLength: 120,
    },
  )
  .map((units) => String.fromCharCode(...units));

// 18 November 2026 is a Wednesday.
const heldOn = "2026-11-18";

const DAYS: Record<string, [phrase: string, day: string][]> = {
  dates: [
    ["2026-11-27", "2026-11-27"],
    ["2026/12/4", "2026-12-04"],
    ["by 2027-01-05", "2027-01-05"],
    ["20 Nov", "2026-11-20"],
    ["20 november", "2026-11-20"],
    ["Nov 20th", "2026-11-20"],
    ["nov. 20", "2026-11-20"],
    ["November 20, 2026", "2026-11-20"],
    ["20th of November", "2026-11-20"],
    ["the 20th of Nov", "2026-11-20"],
    ["20-Nov-2026", "2026-11-20"],
    ["Fri 20 Nov", "2026-11-20"],
    ["fri 20 nov", "2026-11-20"],
    ["Friday, November 20, 2026", "2026-11-20"],
    ["Friday the 20th", "2026-11-20"],
    ["Fri 20th", "2026-11-20"],
    ["20/11", "2026-11-20"],
    ["11/20", "2026-11-20"],
    ["20/11/2026", "2026-11-20"],
    ["11/20/26", "2026-11-20"],
    ["12/12", "2026-12-12"],
    ["the 14th", "2026-12-14"],
    ["by the 18th", "2026-11-18"],
    ["by the 31st", "2026-12-31"],
    ["the 3rd of next month", "2026-12-03"],
    ["15 Nov", "2026-11-15"],
    ["1 Nov", "2027-11-01"],
    ["Jan 5", "2027-01-05"],
    ["5 May", "2027-05-05"],
    ["March 4th", "2027-03-04"],
    ["week of Nov 23", "2026-11-27"],
    ["the week of the 7th", "2026-12-11"],
  ],
  weekdays: [
    ["Friday", "2026-11-20"],
    ["fri", "2026-11-20"],
    ["by Wednesday", "2026-11-25"],
    ["before Friday", "2026-11-20"],
    ["on Thurs", "2026-11-19"],
    ["this Friday", "2026-11-20"],
    ["this Wednesday", "2026-11-18"],
    ["this Monday", "2026-11-23"],
    ["next Friday", "2026-11-27"],
    ["next Monday", "2026-11-23"],
    ["next Wed", "2026-11-25"],
    ["coming Tuesday", "2026-11-24"],
    ["Friday next week", "2026-11-27"],
    ["next week Tuesday", "2026-11-24"],
    ["Thursday of next week", "2026-11-26"],
    ["Friday this week", "2026-11-20"],
    ["Friday week", "2026-11-27"],
    ["Weds", "2026-11-25"],
    ["first thing Monday", "2026-11-23"],
    ["first thing in the morning on Friday", "2026-11-20"],
    ["a week from Friday", "2026-11-27"],
    ["Friday morning", "2026-11-20"],
    ["Friday at 5pm", "2026-11-20"],
    ["by noon Friday", "2026-11-20"],
    ["Friday EOD", "2026-11-20"],
    ["EOD Friday", "2026-11-20"],
    ["end of day Thursday", "2026-11-19"],
    ["before Friday's", "2026-11-20"],
    ["Friday at the latest", "2026-11-20"],
    ["“Friday.”", "2026-11-20"],
  ],
  "days from the meeting": [
    ["today", "2026-11-18"],
    ["tonight", "2026-11-18"],
    ["this afternoon", "2026-11-18"],
    ["EOD", "2026-11-18"],
    ["by end of day", "2026-11-18"],
    ["the end of the day", "2026-11-18"],
    ["close of business", "2026-11-18"],
    ["tomorrow", "2026-11-19"],
    ["tomorrow morning", "2026-11-19"],
    ["EOD tomorrow", "2026-11-19"],
    ["the day after tomorrow", "2026-11-20"],
    ["in two weeks", "2026-12-02"],
    ["in 3 days", "2026-11-21"],
    ["in a week", "2026-11-25"],
    ["in two weeks' time", "2026-12-02"],
    ["two weeks from now", "2026-12-02"],
    ["a week from today", "2026-11-25"],
    ["within a fortnight", "2026-12-02"],
    ["within 48 hours", "2026-11-20"],
    ["within the next 10 days", "2026-11-28"],
    ["in a month", "2026-12-18"],
    ["in 3 business days", "2026-11-23"],
    ["5 working days", "2026-11-25"],
    ["the next business day", "2026-11-19"],
    ["in 2 wks", "2026-12-02"],
    ["within ten business days", "2026-12-02"],
  ],
  "weeks, months, quarters, years": [
    ["EOW", "2026-11-20"],
    ["end of week", "2026-11-20"],
    ["by the end of the week", "2026-11-20"],
    ["this week", "2026-11-20"],
    ["next week", "2026-11-27"],
    ["sometime next week", "2026-11-27"],
    ["end of next week", "2026-11-27"],
    ["early next week", "2026-11-24"],
    ["mid next week", "2026-11-25"],
    ["start of next week", "2026-11-23"],
    ["the week after next", "2026-12-04"],
    ["end of month", "2026-11-30"],
    ["EOM", "2026-11-30"],
    ["by month-end", "2026-11-30"],
    ["end of next month", "2026-12-31"],
    ["next month", "2026-12-31"],
    ["end of January", "2027-01-31"],
    ["end of Feb 2028", "2028-02-29"],
    ["mid-December", "2026-12-15"],
    ["mid December", "2026-12-15"],
    ["the middle of January", "2027-01-15"],
    ["beginning of December", "2026-12-01"],
    ["first week of December", "2026-12-04"],
    ["the last week of November", "2026-11-27"],
    ["end of Q1", "2027-03-31"],
    ["end of Q4", "2026-12-31"],
    ["end of Q1 2028", "2028-03-31"],
    ["the end of the quarter", "2026-12-31"],
    ["end of next quarter", "2027-03-31"],
    ["before the end of the year", "2026-12-31"],
    ["EOY", "2026-12-31"],
    ["year-end", "2026-12-31"],
  ],
};

const NO_DAY = `sat with the team|sat|sun|may|march on|4.5M|in a second|second|mon ami|a minute|11/12|4/5
  |04/05/2026|20/11/26|24/7|50/50|31 Nov|Feb 30|29 Feb|Mon 20 Nov|Friday the 21st|every Friday
  |Fridays|last Friday|since Monday|after Friday|Friday after the launch|not before Monday
  |Friday or Monday|Mon-Wed|Q1|by Q2|before next week|next sprint|ASAP|soon|early December
  |two weeks after the launch|two weeks ago|in a few days|in a couple of weeks|in an hour
  |in 0 days|the launch|v2.1|2026|20|the 45th|tomorrow never comes|next time|the weekend|Christmas
  |May 2026|in May|by December|3 days|0/0|2026-02-30|2026-13-01|Friday after next|lates`
  .replace(/\n\s*/g, "")
  .split("|");

describe("resolving a due phrase", () => {
  for (const [kind, phrases] of Object.entries(DAYS)) {
    test.each(phrases)(`${kind}: %s is %s`, (phrase, day) => {
      expect(resolveDue(phrase, { heldOn })).toBe(day);
    });
  }

  test.each(NO_DAY)("“%s” names no day for certain", (phrase) => {
    expect(resolveDue(phrase, { heldOn })).toBeNull();
  });

  test("a weekday named on that weekday is a week on, unless it is this one", () => {
    expect(resolveDue("Friday", { heldOn: "2026-11-20" })).toBe("2026-11-27");
    expect(resolveDue("this Friday", { heldOn: "2026-11-20" })).toBe("2026-11-20");
    expect(resolveDue("next Friday", { heldOn: "2026-11-20" })).toBe("2026-11-27");
    expect(resolveDue("next Friday", { heldOn: "2026-11-22" })).toBe("2026-11-27");
  });

  test("a week that is over has no end to come", () => {
    expect(resolveDue("end of the week", { heldOn: "2026-11-21" })).toBeNull();
    expect(resolveDue("end of the week", { heldOn: "2026-11-20" })).toBe("2026-11-20");
  });

  test("a date without a year is the next one, or one of the past week", () => {
    expect(resolveDue("31 Dec", { heldOn: "2027-01-04" })).toBe("2026-12-31");
    expect(resolveDue("20 Dec", { heldOn: "2027-01-04" })).toBe("2027-12-20");
    expect(resolveDue("29 Feb", { heldOn: "2028-01-10" })).toBe("2028-02-29");
  });

  test("a team that works Sunday to Thursday counts and ends its week accordingly", () => {
    const context = { heldOn: "2026-11-18", workingDays: [7, 1, 2, 3, 4] };
    expect(resolveDue("in 2 business days", context)).toBe("2026-11-22");
    expect(resolveDue("in 2 business days", { heldOn })).toBe("2026-11-20");
    expect(resolveDue("EOW", { heldOn, workingDays: [1, 2, 3, 4] })).toBe("2026-11-19");
  });

  test("whatever the words, the day is one of the calendar or null", () => {
    const word = fc.constantFrom(
      ..."by before next this in within end of the Friday mon 31 29 1 99 999 Feb nov december Q1 week weeks month days business EOD year 2027 / - th".split(
        " ",
      ),
    );
    const held = fc
      .integer({ min: 0, max: 20_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), held, (words, on) => {
        const day = resolveDue(words.join(" "), { heldOn: on });
        expect(day === null || isDay(day)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(anyText, fc.string(), (phrase, on) => {
        expect(resolveDue(phrase, { heldOn: on })).toBeNull();
      }),
    );
  });
});

import { addDays } from "#lib/format/dates";
import { type DueRule, inWeek, nextWeekday, notPast } from "#lib/grounding/due-rules";
import { WEEKDAY, weekdayNumber } from "#lib/parsers/written-date";

const TIME_OF_DAY = "(?:\\s+(?:morning|afternoon|evening|night|noon))?";

/**
 * Weekdays and days named from today. "Friday" is the next one after the meeting, "this Friday" that of the same
 * week (Monday to Sunday), "next Friday" that of the week after.
 */
export const WEEKDAY_RULES: DueRule[] = [
  {
    pattern: `(?:a\\s+week\\s+(?:from|on)\\s+(?:this\\s+)?(${WEEKDAY})|(${WEEKDAY})\\s+week)(?!\\p{L})`,
    day: ([, from, week], { heldOn }) => addDays(nextWeekday(heldOn, weekdayNumber(from ?? week!)), 7),
  },
  {
    pattern: `(?:(${WEEKDAY})\\s+(?:of\\s+)?next\\s+week|next\\s+week,?\\s+(?:on\\s+)?(${WEEKDAY}))${TIME_OF_DAY}`,
    day: ([, a, b], { heldOn }) => inWeek(heldOn, 1, weekdayNumber(a ?? b!)),
  },
  {
    pattern: `(?:(${WEEKDAY})\\s+(?:of\\s+)?this\\s+week|this\\s+week,?\\s+(?:on\\s+)?(${WEEKDAY}))${TIME_OF_DAY}`,
    day: ([, a, b], context) => notPast(inWeek(context.heldOn, 0, weekdayNumber(a ?? b!)), context),
  },
  {
    pattern: `next\\s+(${WEEKDAY})${TIME_OF_DAY}`,
    day: ([, name], { heldOn }) => inWeek(heldOn, 1, weekdayNumber(name!)),
  },
  {
    pattern: `this\\s+(${WEEKDAY})${TIME_OF_DAY}`,
    day: ([, name], context) =>
      notPast(inWeek(context.heldOn, 0, weekdayNumber(name!)), context) ??
      nextWeekday(context.heldOn, weekdayNumber(name!)),
  },
  {
    pattern: `(?:(?:this\\s+|the\\s+)?(?:coming|upcoming)\\s+|the\\s+)?(${WEEKDAY})${TIME_OF_DAY}`,
    day: ([text, name], { heldOn }) =>
      /^(?:sun|sat)$/.test(text!) ? null : nextWeekday(heldOn, weekdayNumber(name!)),
    // "sat with the team", "mon ami", "newly wed", "the sun"
    needsPreposition: (text) => /^(?:the\s+)?(?:mon|wed|sat|sun)\.?$/i.test(text),
  },
  { pattern: "(?:the\\s+)?day\\s+after\\s+tomorrow", day: (_, { heldOn }) => addDays(heldOn, 2) },
  { pattern: `(?:tomorrow|tmrw|tmw)${TIME_OF_DAY}`, day: (_, { heldOn }) => addDays(heldOn, 1) },
  { pattern: `today|tonight|this\\s+(?:morning|afternoon|evening)`, day: (_, { heldOn }) => heldOn },
  {
    pattern:
      "EOD|COB|EOP|(?:the\\s+)?end\\s+of\\s+(?:the\\s+)?(?:business\\s+|working\\s+)?(?:day|business)|close\\s+of\\s+(?:business|play|day)",
    day: (_, { heldOn }) => heldOn,
    partOfDay: true,
  },
];

import { addDays, addMonths, type Day, weekday } from "#lib/format/dates";
import { SMALL_NUMBERS } from "#lib/format/in-words";
import { type DueContext, type DueRule, nextWeekday, workingDaysOf } from "#lib/grounding/due-rules";
import { WEEKDAY, weekdayNumber } from "#lib/parsers/written-date";

const COUNT = `(\\d{1,3}|an?|${SMALL_NUMBERS.join("|")}|fourteen|fifteen|twenty|thirty|sixty|ninety)`;
const UNIT =
  "((?:business\\s+|working\\s+|work\\s+|calendar\\s+)?days?|weeks?|wks?|fortnights?|months?|hours?|hrs?)(?:['’]s?)?";

/** A count of days from the meeting: "in two weeks", "within 48 hours", "5 working days", "a week from Friday". */
export const SPAN_RULES: DueRule[] = [
  {
    pattern: "(?:the\\s+)?next\\s+(?:business|working|work)\\s+day",
    day: (_, context) => workingDaysAfter(context.heldOn, 1, context),
  },
  {
    pattern: `(?:in|within)\\s+(?:the\\s+(?:next|coming)\\s+)?${COUNT}\\s+${UNIT}(?:\\s+time|\\s+from\\s+(?:now|today))?`,
    day: ([, count, unit], context) => after(context.heldOn, count!, unit!, context),
  },
  {
    pattern: `${COUNT}\\s+${UNIT}\\s+from\\s+(?:(?:now|today)|(tomorrow)|(${WEEKDAY}))`,
    day: ([, count, unit, tomorrow, name], context) => {
      const { heldOn } = context;
      const from = name ? nextWeekday(heldOn, weekdayNumber(name)) : tomorrow ? addDays(heldOn, 1) : heldOn;
      return after(from, count!, unit!, context);
    },
  },
  {
    pattern: `${COUNT}\\s+((?:business|working)\\s+days?)`,
    day: ([, count, unit], context) => after(context.heldOn, count!, unit!, context),
    needsPreposition: () => true,
  },
];

const LARGER: Record<string, number> = {
  a: 1,
  an: 1,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

function after(from: Day, written: string, unit: string, context: DueContext): Day | null {
  const word = written.toLowerCase();
  const count = /^\d+$/.test(word) ? Number(word) : (LARGER[word] ?? SMALL_NUMBERS.indexOf(word) + 1);
  if (count < 1) return null;
  if (/^(?:business|working|work)/i.test(unit)) return workingDaysAfter(from, count, context);
  if (/day/i.test(unit)) return addDays(from, count);
  if (/^w(?:ee)?k/i.test(unit)) return addDays(from, count * 7);
  if (/^fortnight/i.test(unit)) return addDays(from, count * 14);
  if (/^month/i.test(unit)) return addMonths(from, count);
  return count % 24 === 0 ? addDays(from, count / 24) : null;
}

function workingDaysAfter(from: Day, count: number, context: DueContext): Day {
  const worked = workingDaysOf(context);
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (worked.includes(weekday(day))) left--;
  }
  return day;
}

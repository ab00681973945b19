import type { Holiday } from "#lib/calendar/work-days";
import { addDays, type Day, makeDay, mondayOf, weekday } from "#lib/format/dates";

/**
 * The general holidays of a year in Canada, in order (Canada Labour Code, R.S.C. 1985, c. L-2, Part III, section 166).
 * Victoria Day is the Monday before 25 May, and Canada Day the 2nd of July where the 1st is a Sunday (Holidays Act,
 * R.S.C. 1985, c. H-5); Thanksgiving is the second Monday of October. Which day is taken for one that falls on a
 * weekend (section 193) is the employer's to say. Years from 1583 on.
 */
export function holidaysOfCanada(year: number): Holiday[] {
  const on = (month: number, day: number) => makeDay(year, month, day) as Day;
  const firstOfJuly = on(7, 1);
  return [
    { day: on(1, 1), name: "New Year’s Day" },
    { day: addDays(easterSunday(year), -2), name: "Good Friday" },
    { day: mondayOf(on(5, 24)), name: "Victoria Day" },
    { day: weekday(firstOfJuly) === 7 ? on(7, 2) : firstOfJuly, name: "Canada Day" },
    { day: firstMonday(on(9, 1)), name: "Labour Day" },
    { day: on(9, 30), name: "National Day for Truth and Reconciliation" },
    { day: addDays(firstMonday(on(10, 1)), 7), name: "Thanksgiving" },
    { day: on(11, 11), name: "Remembrance Day" },
    { day: on(12, 25), name: "Christmas Day" },
    { day: on(12, 26), name: "Boxing Day" },
  ];
}

function firstMonday(from: Day): Day {
  return addDays(from, (8 - weekday(from)) % 7);
}

/** Easter Sunday of a Gregorian year, by the method of Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * week) / 451);
  const sum = epact + week - 7 * shift + 114;
  return makeDay(year, Math.floor(sum / 31), (sum % 31) + 1) as Day;
}

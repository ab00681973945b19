/** The day on which the company is looked at: a Friday. What it made lies before. */
export const LAST_DAY = "2026-11-20";

/** Another number makes another company of the same size. */
const SEED = 20_261_120;

/** SQL for a number from 0 to 999 that is always the same for the same values. */
export function roll(what: string, ...of: string[]): string {
  return `((hashtextextended(concat_ws('/', '${what}', ${of.join(", ")}), ${SEED}) & 2147483647) % 1000)`;
}

/** SQL for one of some words, by a number. */
export function pick(words: readonly string[], number: string): string {
  const list = words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ");
  return `(array[${list}])[1 + (${number}) % ${words.length}]`;
}

/** SQL for the instant at which clocks in Toronto show so many minutes after midnight of a day. */
export function at(day: string, minutes: string | number): string {
  return `((${day} + make_interval(mins => (${minutes})::int)) at time zone 'America/Toronto')`;
}

/** SQL for the id of somebody by number. */
export function personId(number: string): string {
  return `('usr_c' || lpad((${number})::text, 3, '0'))`;
}

import { formatFullDay } from "#lib/format/dates";
import type { StandupBrief } from "#lib/workflows/define";

const SILENT = "Wrote nothing: ";
/** How the lines of `factsOf` begin that tell of what is in somebody's way. */
export const OPEN_BLOCKER = "Open blocker of ";

/**
 * What code knows of a day, as the first source of its digest: who was expected, who wrote and who didn't, what they
 * said last time they would do, and what is still in somebody's way.
 */
export function factsOf(brief: StandupBrief): string {
  const { team, day, people, before, open } = brief;
  const wrote = people.filter(({ sources }) => sources.length > 0);
  const away = people.filter((person) => person.away && person.sources.length === 0);
  const silent = people.filter((person) => !person.away && person.sources.length === 0);
  return [
    `${oneLine(team)}, stand-up of ${formatFullDay(day)}`,
    ...naming("Wrote: ", wrote),
    ...naming(
      "Wrote late: ",
      wrote.filter(({ late }) => late),
    ),
    ...naming(SILENT, silent),
    ...away.map(({ name, away: why }) => `Away: ${oneLine(name)} (${oneLine(why ?? "")})`),
    ...before.flatMap(({ name, next }) => next.map((item) => plannedLine(name, item))),
    ...open.map(
      ({ personName, text, since, days, ownerName }) =>
        `${OPEN_BLOCKER}${oneLine(personName)} since ${formatFullDay(since)}, said on ${days} ${days === 1 ? "day" : "days"}, ${ownerName ? `owned by ${oneLine(ownerName)}` : "owned by nobody"}: ${oneLine(text)}`,
    ),
  ]
    .join("\n")
    .concat("\n");
}

/** The line of `factsOf` that names who wrote nothing; "" where everybody wrote. */
export function silentLine(facts: string): string {
  return facts.split("\n").find((line) => line.startsWith(SILENT)) ?? "";
}

/** The line of `factsOf` that says what somebody planned. */
export function plannedLine(name: string, item: string): string {
  return plannedBy(name) + oneLine(item);
}

/** How these lines begin. */
export function plannedBy(name: string): string {
  return `${oneLine(name)} said they would: `;
}

function naming(label: string, people: StandupBrief["people"]): string[] {
  return people.length > 0 ? [label + people.map(({ name }) => oneLine(name)).join(", ")] : [];
}

const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();

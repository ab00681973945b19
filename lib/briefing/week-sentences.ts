import type { ToldWeek, WeekFigures } from "#lib/briefing/told-week";
import { counted } from "#lib/format/count";
import { formatDuration } from "#lib/format/duration";
import { formatHours } from "#lib/format/hours";
import { formatDollars } from "#lib/format/money";

/** What the figures say, a sentence each, with the week before in the same one: a writer compares, and never reckons. */
export function weekSentences({ now, before, spend }: Omit<ToldWeek, "attention" | "resolved">): string[] {
  return [
    ...decisions(now, before),
    ...actions(now, before),
    ...hours(now, before),
    ...updates(now, before),
    ...median(now, before),
    ...use(now, before),
    ...spent(spend),
  ];
}

/** Drafts that were approved. */
export function approvedIn({ reviews }: Pick<WeekFigures, "reviews">): number {
  return reviews.unedited + reviews.edited;
}

function decisions(now: WeekFigures, before: WeekFigures): string[] {
  const said = ({ reviews }: WeekFigures) => approvedIn({ reviews }) + reviews.rejected;
  if (said(now) + said(before) === 0) return [];
  const { unedited, rejected } = now.reviews;
  const approved = approvedIn(now);
  const asWritten = approved > 0 ? `, ${unedited} of them as they were written,` : "";
  return [
    `${counted(approved, "draft")} ${were(approved)} approved${asWritten} and ${rejected} rejected; the week before it was ${approvedIn(before)} and ${before.reviews.rejected}`,
  ];
}

function actions({ records: now }: WeekFigures, { records: before }: WeekFigures): string[] {
  if (now.opened + now.closed + before.opened + before.closed === 0) return [];
  return [
    `${counted(now.opened, "action")} ${were(now.opened)} opened and ${now.closed} done; the week before it was ${before.opened} and ${before.closed}`,
  ];
}

function hours(
  { reviews: { hours: now } }: WeekFigures,
  { reviews: { hours: before } }: WeekFigures,
): string[] {
  if (now.approved === 0) return [];
  const range = `between ${formatHours(now.low)} and ${formatHours(now.high)}`;
  const then = before.approved > 0 ? `; the week before it was ${formatHours(before.net)}` : "";
  return [`Net hours saved come to ${formatHours(now.net)}, ${range}${then}`];
}

function updates(now: WeekFigures, before: WeekFigures): string[] {
  const of = ({ records }: WeekFigures) => ({
    wrote: records.standups.reduce((sum, { wrote }) => sum + wrote, 0),
    expected: records.standups.reduce((sum, { expected }) => sum + expected, 0),
  });
  const [here, then] = [of(now), of(before)];
  if (here.expected === 0) return [];
  const against = then.expected > 0 ? `; the week before it was ${then.wrote} of ${then.expected}` : "";
  return [`${here.wrote} of ${here.expected} stand-up updates came in time${against}`];
}

function median({ reviews: { medianMs: now } }: WeekFigures, { reviews }: WeekFigures): string[] {
  if (now === null) return [];
  const then =
    reviews.medianMs === null ? "" : `; the week before it was ${formatDuration(reviews.medianMs)}`;
  return [`Half of the reviews took less than ${formatDuration(now)}${then}`];
}

function use({ use: now }: WeekFigures, { use: before }: WeekFigures): string[] {
  if (now.active + before.active === 0) return [];
  return [
    `${now.active} of ${counted(now.people.length, "person").replace("persons", "people")} sent something in or decided; the week before it was ${before.active}`,
  ];
}

function spent({ lines, month }: ToldWeek["spend"]): string[] {
  const micros = lines.reduce((sum, line) => sum + line.micros, 0);
  const unknown = lines.reduce((sum, line) => sum + line.unknown, 0);
  if (micros + unknown === 0) return [];
  const besides = unknown > 0 ? `, besides ${counted(unknown, "call")} whose price is unknown` : "";
  return [`The models have cost ${formatDollars(micros)} in ${month} so far${besides}`];
}

const were = (count: number) => (count === 1 ? "was" : "were");

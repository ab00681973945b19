import type { ToldWeek } from "#lib/briefing/told-week";
import { approvedIn } from "#lib/briefing/week-sentences";
import { counted } from "#lib/format/count";

/** Fewer approvals say nothing about how well drafts are written. */
const ENOUGH = 5;
const MOSTLY = 0.8;

/** What went well, a sentence each: what was got out of the way, and figures that are plainly better. */
export function winSentences({ resolved, now, before }: Omit<ToldWeek, "attention" | "spend">): string[] {
  return [
    ...resolved.map(
      ({ text, personName, days, closing }) =>
        `What blocked ${personName} was resolved${days > 1 ? `, after ${days} days of saying so` : ""}: ${text}${closing ? ` (${closing})` : ""}`,
    ),
    ...moreDone(now.records.closed, before.records.closed),
    ...asWritten(now.reviews.unedited, approvedIn(now)),
  ];
}

function moreDone(now: number, before: number): string[] {
  if (now <= before) return [];
  return [
    `${counted(now, "action")} ${now === 1 ? "was" : "were"} done, ${now - before} more than the week before`,
  ];
}

function asWritten(unedited: number, approved: number): string[] {
  if (approved < ENOUGH || unedited < MOSTLY * approved) return [];
  return [`${unedited} of ${approved} approved drafts were right as they were written`];
}

import type { CountedFilter, DeskPerson, QueueCounts, QueueShow } from "#lib/drafts/view";

/** The parts of the queue as the page names them. */
export const showLabels: Record<QueueShow, string> = {
  waiting: "All that wait",
  mine: "Brought in by me",
  handed: "Handed to me",
  untraced: "With untraced statements",
  snoozed: "Snoozed",
};

/** What the queue can be narrowed down to, and what this person keeps of that. */
export type QueueChoices = {
  counts: QueueCounts;
  kept: CountedFilter[];
  people: DeskPerson[];
  series: DeskPerson[];
  workflows: { key: string; label: string }[];
};

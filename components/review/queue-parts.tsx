import type { DeskPerson, KeptQueueFilter, QueueCounts, QueueShow } from "#lib/drafts/view";

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
  kept: KeptQueueFilter[];
  people: DeskPerson[];
  workflows: { key: string; label: string }[];
};

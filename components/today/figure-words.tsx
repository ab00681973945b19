import type { FigureName } from "#lib/figures/schema";

/** What the rows behind a figure are called, all of them and one. */
export const FIGURE_WORDS: Record<FigureName, { title: string; one: string }> = {
  approved: { title: "Drafts approved", one: "approval" },
  unedited: { title: "Drafts approved unedited", one: "approval" },
  edited: { title: "Drafts approved edited", one: "approval" },
  rejected: { title: "Drafts rejected", one: "rejection" },
  decided: { title: "Drafts decided", one: "decision" },
  timed: { title: "Decisions that were timed", one: "decision" },
  byHand: { title: "Approved drafts that saved work by hand", one: "approval" },
  measured: { title: "Timed decisions that hours are counted from", one: "decision" },
  opened: { title: "Actions opened", one: "action" },
  done: { title: "Actions done", one: "action" },
  sent: { title: "Sources sent in", one: "source" },
  spend: { title: "Runs that cost something", one: "run" },
};

import { type Day, formatAge } from "#lib/format/dates";
import { capital, inWords } from "#lib/format/in-words";
import type { OwnStandup } from "#lib/standups/own-queries";

/** What the first line of Today is made from. `oldestMs` is how long the oldest draft has waited. */
export type Needs = {
  drafts: number;
  oldestMs: number | null;
  stoppedRuns: number;
  overdueActions: number;
  actionsToday: number;
  questions: number;
  blockers: number;
  /** Updates of today that aren't written yet. */
  updates: number;
};

/** "Three things need you. The oldest draft has waited 19 h.", or null where nothing does. */
export function headlineOf(needs: Needs): string | null {
  const { drafts, stoppedRuns, overdueActions, actionsToday, questions, blockers, updates } = needs;
  const count = drafts + stoppedRuns + overdueActions + actionsToday + questions + blockers + updates;
  if (count === 0) return null;
  const first = count === 1 ? "One thing needs you." : `${capital(inWords(count))} things need you.`;
  return [first, urgent(needs)].filter(Boolean).join(" ");
}

/** Whether a stand-up of today waits for the actor's words. */
export function awaitsUpdate({ day, written, away, state }: OwnStandup, today: Day): boolean {
  return day === today && !written && away === null && state !== "skipped";
}

/** "You decided 31 drafts in the last seven days, 22 of them unedited." */
export function doneSentence({ decided, unedited }: { decided: number; unedited: number }): string {
  const drafts = decided === 1 ? "one draft" : `${decided} drafts`;
  const how =
    unedited === 0
      ? ""
      : decided === 1
        ? ", unedited"
        : `, ${unedited === decided ? "all" : unedited} of them unedited`;
  return `You decided ${drafts} in the last seven days${how}.`;
}

function urgent({ oldestMs, overdueActions, drafts }: Needs): string | null {
  const late =
    overdueActions &&
    `${capital(inWords(overdueActions))} ${overdueActions === 1 ? "action is" : "actions are"} overdue`;
  const waited =
    oldestMs === null ? null : `${drafts === 1 ? "draft" : "oldest draft"} has waited ${formatAge(oldestMs)}`;
  if (late && waited) return `${late}; the ${waited}.`;
  if (late) return `${late}.`;
  return waited && `The ${waited}.`;
}

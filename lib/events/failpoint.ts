import type { EventKind } from "#lib/events/kinds";

/** Commits of the spine, by an event that each of them records. */
const COMMITS = [
  "source.stored",
  "run.writing",
  "run.checking",
  "run.done",
  "run.resumed",
  "draft.edited",
  "draft.approved",
  "draft.rejected",
  "draft.reopened",
  "delivery.sending",
  "delivery.sent",
  "delivery.unknown",
  "lead_import.read",
  "lead_import.done",
  "standup.closed",
] as const satisfies EventKind[];

/** Places between commits, and inside of one. */
const PLACES = [
  "events.written",
  "entry.taken",
  "call.pending",
  "call.answered",
  "call.kept",
  "run.grounded",
  "delivery.left",
  "rows.stored",
  "rows.looked",
  "log.sealing",
  "log.sealed",
] as const;

type Commit = (typeof COMMITS)[number];
/** Where a process can be made to die. "before" a commit everything is written and nothing is true yet. */
export type Failpoint = `${"before" | "after"} ${Commit}` | (typeof PLACES)[number];

export const FAILPOINTS: readonly Failpoint[] = [
  ...COMMITS.flatMap((commit) => [`before ${commit}`, `after ${commit}`] as const),
  ...PLACES,
];

const armed = process.env.COUNTERSIGN_FAILPOINT;

/** Ends the process as kill -9 does if COUNTERSIGN_FAILPOINT names this place. For tests; does nothing otherwise. */
export function failpoint(place: Failpoint): void {
  if (armed === place) process.kill(process.pid, "SIGKILL");
}

/** The same around the commit of a transaction that recorded events of these kinds. */
export function failAround(when: "before" | "after", recorded: { kind: EventKind }[]): void {
  if (armed && recorded.some(({ kind }) => armed === `${when} ${kind}`)) process.kill(process.pid, "SIGKILL");
}

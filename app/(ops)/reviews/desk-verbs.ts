import type { DeskVerbs } from "#components/review/verbs";
import * as verbs from "./verbs";

/** What an open draft can ask for, of the server actions of the desk. */
export const deskVerbs: DeskVerbs = {
  edit: verbs.edit,
  approve: verbs.approve,
  reject: verbs.reject,
  reopen: verbs.reopen,
  settle: verbs.settle,
  undo: verbs.undo,
  keep: verbs.keep,
  split: verbs.split,
  join: verbs.join,
  rewrite: verbs.rewrite,
  stopWriting: verbs.stopWriting,
  takeOver: verbs.takeOver,
  handOver: verbs.handOver,
  takeBack: verbs.takeBack,
  snooze: verbs.snooze,
  wake: verbs.wake,
  recordConsent: verbs.recordConsent,
};

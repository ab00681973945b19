import type {
  CancelAction,
  CompleteAction,
  ReassignAction,
  RedateAction,
  ReopenAction,
} from "#lib/actions/schema";
import type { Outcome } from "#lib/web/door";

type Answer = Promise<Outcome<{ version: number }>>;

/** What pages can do with an action; each answers with its new version. */
export type ActionVerbs = {
  complete: (input: CompleteAction) => Answer;
  reopen: (input: ReopenAction) => Answer;
  reassign: (input: ReassignAction) => Answer;
  redate: (input: RedateAction) => Answer;
  cancel: (input: CancelAction) => Answer;
};

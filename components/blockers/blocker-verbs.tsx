import type {
  AcceptBlocker,
  ConfirmBlocker,
  DismissBlocker,
  NameWaitedFor,
  OwnBlocker,
  ReopenBlocker,
  ResolveBlocker,
  RewordBlocker,
} from "#lib/blockers/schema";
import type { Outcome } from "#lib/web/door";

export type BlockerAnswer = Promise<Outcome<{ version: number }>>;

/** What pages can do with a blocker; each answers with its new version. */
export type BlockerVerbs = {
  confirm: (input: ConfirmBlocker) => BlockerAnswer;
  own: (input: OwnBlocker) => BlockerAnswer;
  resolve: (input: ResolveBlocker) => BlockerAnswer;
  accept: (input: AcceptBlocker) => BlockerAnswer;
  dismiss: (input: DismissBlocker) => BlockerAnswer;
  reopen: (input: ReopenBlocker) => BlockerAnswer;
  reword: (input: RewordBlocker) => BlockerAnswer;
  waitFor: (input: NameWaitedFor) => BlockerAnswer;
};

import type { SettleDelivery } from "#lib/deliveries/schema";
import type {
  ApproveDraft,
  EditDraft,
  JoinStatements,
  KeepDraft,
  RejectDraft,
  ReopenDraft,
  SplitStatement,
  UndoEdit,
} from "#lib/drafts/schema";
import type { DeskAnswer, QueuePage } from "#lib/drafts/view";
import type { CancelRun, RewriteDraft } from "#lib/runs/schema";
import type { Outcome } from "#lib/web/door";

/** The desk's ways to the server. Each one names the revision that was seen. */
export type DeskVerbs = {
  edit: (input: EditDraft) => Promise<DeskAnswer>;
  approve: (input: ApproveDraft) => Promise<DeskAnswer>;
  reject: (input: RejectDraft) => Promise<DeskAnswer>;
  reopen: (input: ReopenDraft) => Promise<DeskAnswer>;
  undo: (input: UndoEdit) => Promise<DeskAnswer>;
  keep: (input: KeepDraft) => Promise<DeskAnswer>;
  split: (input: SplitStatement) => Promise<DeskAnswer>;
  join: (input: JoinStatements) => Promise<DeskAnswer>;
  rewrite: (input: RewriteDraft) => Promise<Outcome<{ runId: string }>>;
  stopWriting: (input: CancelRun) => Promise<Outcome<void>>;
  settle: (input: SettleDelivery) => Promise<Outcome<void>>;
};

export type QueueVerbs = Pick<DeskVerbs, "reopen"> & {
  /** The page of the queue after a cursor. */
  more: (cursor: string) => Promise<Outcome<QueuePage>>;
};

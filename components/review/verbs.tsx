import type { RecordConsent } from "#lib/consent/schema";
import type { SettleDelivery } from "#lib/deliveries/schema";
import type {
  ApproveDraft,
  EditDraft,
  HandOverDraft,
  HoldDraft,
  JoinStatements,
  KeepDraft,
  QueueFilter,
  RejectDraft,
  ReopenDraft,
  SnoozeDraft,
  SplitStatement,
  UndoEdit,
} from "#lib/drafts/schema";
import type { DeskAnswer, KeptQueueFilter, OwnHold, QueuePage } from "#lib/drafts/view";
import type { DropFilter, KeepFilter, RenameFilter } from "#lib/filters/schema";
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
  takeOver: (input: HoldDraft) => Promise<Outcome<OwnHold>>;
  handOver: (input: HandOverDraft) => Promise<Outcome<{ to: string }>>;
  takeBack: (input: HoldDraft) => Promise<Outcome<void>>;
  snooze: (input: SnoozeDraft) => Promise<Outcome<{ until: string }>>;
  wake: (input: HoldDraft) => Promise<Outcome<void>>;
  settle: (input: SettleDelivery) => Promise<Outcome<void>>;
  recordConsent: (input: RecordConsent) => Promise<Outcome<{ lifted: boolean }>>;
};

export type FilterVerbs = {
  keepFilter: (input: KeepFilter) => Promise<Outcome<KeptQueueFilter>>;
  renameFilter: (input: RenameFilter) => Promise<Outcome<void>>;
  dropFilter: (input: DropFilter) => Promise<Outcome<void>>;
};

export type QueueVerbs = Pick<DeskVerbs, "reopen"> &
  FilterVerbs & {
    /** A page of the queue: the first one of a filter, or the one after a cursor. */
    more: (filter: QueueFilter) => Promise<Outcome<QueuePage>>;
  };

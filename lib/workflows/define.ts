import type { z } from "zod";
import type { EarlierLink, EarlierRecord } from "#lib/grounding/earlier";
import type { Proposal, RosterPerson, SourceText, Statement } from "#lib/grounding/statement";

/**
 * Something that an earlier meeting left behind, as a writer is shown it: an open action, or a decision that holds.
 * `ref` names it in the answer, such as "E1". `owner` and `due` are as people read them, "" where there is none.
 */
export type EarlierItem = {
  ref: string;
  kind: "action" | "decision";
  text: string;
  owner: string;
  due: string;
};

/** Why a follow-up is written: its turn in a cadence (`step` of `of`, from 1), a lead gone quiet, a promise made at a meeting, or because somebody asked. */
export type Occasion = {
  why: "cadence" | "quiet" | "promise" | "asked";
  step: number;
  of: number;
  promiseId?: string;
};

/** Whom a follow-up is to and who writes it, as a writer is shown them. What is known of the lead is in the sources. */
export type LeadBrief = {
  name: string;
  firstName: string | null;
  company: string | null;
  title: string | null;
  occasion: Occasion;
  /** The day it is written, YYYY-MM-DD where the sender is: what “Thursday” in it means. */
  today: string;
  sender: { name: string; company: string; signature: string; tone: string };
  /** Mails of the sender's that were approved, as examples of how they write, newest first. */
  examples: { subject: string; body: string }[];
  /** Sentences that were sent to this lead already: what is new is none of them. */
  said: string[];
};

/** What a digest is written about, as a writer is shown it. What people wrote is in the sources. */
export type StandupBrief = {
  team: string;
  /** The team's own day, YYYY-MM-DD. */
  day: string;
  /** Everybody who was expected or wrote, by name; `sources` are the positions of what they wrote in the run's sources. */
  people: { id: string | null; name: string; sources: number[]; away: string | null; late: boolean }[];
  /** What each said at their last stand-up they would do next. */
  before: { name: string; next: string[] }[];
  /** Blockers that nobody has ended yet. `since` is YYYY-MM-DD, `days` on how many days it was said. */
  open: { text: string; personName: string; since: string; days: number; ownerName: string | null }[];
  /** The names of the other teams. */
  teams: string[];
};

/** Words of an update that say what keeps its writer from going on; offsets are UTF-16 units into it, end exclusive. */
export type FoundBlocker = {
  /** Verbatim, one sentence or item, at most 60 words. */
  quote: string;
  start: number;
  end: number;
  /** Whether it is said without the word: "still waiting on legal". */
  implicit: boolean;
  /** The person or team that could unblock it, as the text has it; "" where it names none. */
  waitsFor: string;
};

/** What a run hands to a workflow. `sources[0]` is the one the run was made for. */
export type WriterInput = {
  sources: [SourceText, ...SourceText[]];
  roster: RosterPerson[];
  /** What a writer is shown of earlier meetings. */
  earlier?: EarlierItem[];
  /** What was approved before of the same meetings, where the workflow needs it; absent outside of the database. */
  known?: EarlierRecord[];
  /** Of a follow-up. */
  lead?: LeadBrief;
  /** Of a digest; the first source is what code knows of the day. */
  standup?: StandupBrief;
};

/** What a workflow may need to know besides its sources. The run keeps which rows it was given, at which versions. */
export type Need = "earlier" | "lead" | "standup" | "week";

/** What a model is asked. Source text goes into `documents` only, never into `system`. */
export type Prompt = { system: string; documents: { title: string; text: string }[]; ask: string };

/** A long source, a question for each part of it, and how the answers become one. */
export type Split<P> = { prompts: Prompt[]; merge(answers: P[]): P };

export type Ask<P extends Proposal> = {
  schema: z.ZodType<P>;
  prompt: () => Prompt;
  rules: () => P;
  /** Asks in parts whose documents have at most `room` tokens, as `estimateTokens` counts; absent where that can't be. */
  split?: (room: number) => Split<P>;
};

/** The only way a workflow touches the world: `claude` sends the prompt, `rules` calls the function. */
export type Writer = { propose: <P extends Proposal>(ask: Ask<P>) => Promise<P> };

/** A part of a draft. `person` names what the person of a statement is to it; absent where it has none. */
export type Section = {
  key: string;
  label: string;
  /** The noun for one statement in sentences such as "Approve 3 decisions, 4 actions". */
  noun: string;
  person?: "owner" | "decider" | "promiser" | "writer";
  due?: boolean;
  /** Whether its statements are made to somebody outside. */
  to?: boolean;
  /** The kind of record its statements become, which an earlier one may be the same as. */
  becomes?: EarlierRecord["kind"];
  /** Whether exactly one of its statements is kept. */
  choice?: true;
  /** Whether it is sent as it stands: a sentence may do without a quote, and words that no source has are marked in it. */
  free?: true;
  /** Whether it holds what is still open from before. Code writes it: nothing is added to it from a source. */
  carries?: true;
};

export type ActionRecord = {
  kind: "action";
  statementId: string;
  text: string;
  ownerId: string | null;
  ownerName: string | null;
  /** YYYY-MM-DD, or null where no date was said. */
  dueOn: string | null;
};
export type DecisionRecord = {
  kind: "decision";
  statementId: string;
  text: string;
  deciderName: string | null;
  /** Why it was made, and what was weighed and not taken, in words that a reviewer kept. */
  because: string[];
  instead: string[];
};
/** What somebody promised to a person or company outside; a fact to be remembered, not work to be ticked off. */
export type PromiseRecord = {
  kind: "promise";
  statementId: string;
  text: string;
  promiserId: string | null;
  promiserName: string | null;
  toName: string | null;
  /** YYYY-MM-DD, or null where no date was said. */
  dueOn: string | null;
};
export type QuestionRecord = {
  kind: "question";
  statementId: string;
  text: string;
  deciderId: string | null;
  deciderName: string | null;
};
/** What keeps somebody from going on: the one that was proposed at the same place is confirmed, or a new one is open. */
export type BlockerRecord = {
  kind: "blocker";
  statementId: string;
  text: string;
  personId: string | null;
  personName: string;
};
/** A page; `markdown` is written by code from approved statements, never by a model alone. */
export type DocumentRecord = { kind: "document"; title: string; markdown: string };
export type RecordToMake =
  | ActionRecord
  | DecisionRecord
  | PromiseRecord
  | QuestionRecord
  | BlockerRecord
  | DocumentRecord;

/** What leaves after an approval: which channel, and to whom. The channel finds the text in the approved revision's document. */
export type DeliveryToMake = { channel: ChannelName; recipient: string };
export type ChannelName = "export" | "mail" | "slack" | "circular";

/** What follows an approval. Deliveries over a channel that is not set up are not made. */
export type Consequences = {
  records: RecordToMake[];
  deliveries: DeliveryToMake[];
  /** What it says of records that stood before. */
  mentions: MentionToMake[];
};

/** An approved statement about an earlier record: the same again, that it is done, or that it no longer holds. */
export type MentionToMake = EarlierLink & { as: "same" | "done" | "superseding"; statementId: string };

/** Someone who may approve, by what they are to the draft's sources. Admins can change a workflow's list. */
export type ApproverKind = "author" | "attendee" | "owner" | "lead" | "leader" | "admin";

export type Approved = {
  title: string;
  statements: Statement[];
  source: SourceText;
  /** Whom a follow-up is to, as the lead has it: a recipient never comes from a source or a model. */
  recipient?: string;
  /** Where a team has its digests go. */
  outlets?: DeliveryToMake[];
  /** What is known of the blockers that its statements are about, by statement. */
  blockers?: Record<string, KnownBlocker>;
};

/** A blocker as a digest tells of it: since when (YYYY-MM-DD), on how many days it was said, and who unblocks it. */
export type KnownBlocker = { since: string; days: number; ownerName: string | null; waitsFor: string | null };

/** What has left, to whom and by whom; `sentOn` is the sender's own day, YYYY-MM-DD. */
export type Delivered = {
  statements: Statement[];
  recipientName: string;
  sender: { id: string; name: string; workingDays: number[] };
  sentOn: string;
};

/** What is written from one text alone. `at` is where each of the sources begins in it, -1 for one that code wrote. */
export type TextInput = { input: WriterInput; at: number[] };

export type Measured = "points" | "blockers";

export type Workflow<P extends Proposal = Proposal> = {
  key: string;
  label: string;
  /** Version of the prompt and schema; a change of either raises it. */
  version: number;
  rulesVersion: number;
  sections: Section[];
  needs: Need[];
  approvers: ApproverKind[];
  write: (input: WriterInput, writer: Writer) => Promise<P>;
  /** What it is written from where there is a text and nothing else; absent where that is the text, or can't be. */
  fromText?: (source: SourceText, roster: RosterPerson[]) => TextInput;
  /** What people labelled in the texts it is measured by: its points, or what is in somebody's way. */
  measured?: Measured;
  /** What is proposed as soon as a text came in, before anything is written about it. */
  onStored?: (text: string) => FoundBlocker[];
  /** Declares what follows an approval; makes nothing itself. */
  onApproved: (approved: Approved) => Consequences;
  /** Declares the records that follow once it has left. */
  onDelivered?: (delivered: Delivered) => RecordToMake[];
};

/** Registers a workflow with the type of its proposal checked. */
export function defineWorkflow<P extends Proposal>(workflow: Workflow<P>): Workflow {
  return workflow;
}

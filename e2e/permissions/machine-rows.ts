import type { Who } from "#e2e/permissions/people";
import type { SharedMeeting } from "#e2e/permissions/shared-meeting";

/** What an operation that reads shows: the id named by `shows`, at an address; `also` see it without seeing the source. */
export type MachineRead = {
  at: (shared: SharedMeeting) => string;
  shows: keyof SharedMeeting;
  also?: Who[];
};

const OWNER: Who[] = ["teammate"];

/** By the operation's id. Lists name one of their rows. */
export const MACHINE_READS: Record<string, MachineRead> = {
  listSources: { at: () => "/sources", shows: "source" },
  readSource: { at: ({ source }) => `/sources/${source}`, shows: "source" },
  listRuns: { at: () => "/runs", shows: "run" },
  readRun: { at: ({ run }) => `/runs/${run}`, shows: "run" },
  listDrafts: { at: () => "/drafts", shows: "pending" },
  readDraft: { at: ({ pending }) => `/drafts/${pending}`, shows: "pending" },
  listDeliveries: { at: () => "/deliveries", shows: "delivery" },
  readDelivery: { at: ({ delivery }) => `/deliveries/${delivery}`, shows: "delivery" },
  listActions: { at: () => "/actions", shows: "action", also: OWNER },
  readAction: { at: ({ action }) => `/actions/${action}`, shows: "action", also: OWNER },
  listDecisions: { at: () => "/decisions", shows: "decision" },
  readDecision: { at: ({ decision }) => `/decisions/${decision}`, shows: "decision" },
  listPromises: { at: () => "/promises", shows: "promise" },
  readPromise: { at: ({ promise }) => `/promises/${promise}`, shows: "promise" },
  listQuestions: { at: () => "/questions", shows: "question" },
  readQuestion: { at: ({ question }) => `/questions/${question}`, shows: "question" },
  listDocuments: { at: () => "/documents", shows: "document" },
  search: { at: () => "/search?words=staging%20certificate", shows: "source" },
  readDocument: { at: ({ document }) => `/documents/${document}`, shows: "document" },
};

/** An operation that changes what belongs to a source, as the row of the verb with its name has it. */
export type MachineChange = { at: (id: string) => string; body?: object };

/** By the operation's id, which is the verb's name. */
export const MACHINE_CHANGES: Record<string, MachineChange> = {
  startRun: { at: (id) => `/sources/${id}/runs` },
  cancelRun: { at: (id) => `/runs/${id}/cancel` },
  retryRun: { at: (id) => `/runs/${id}/retry` },
  completeAction: { at: (id) => `/actions/${id}/complete`, body: { version: 1 } },
  reopenAction: { at: (id) => `/actions/${id}/reopen`, body: { version: 1 } },
  reassignAction: { at: (id) => `/actions/${id}/reassign`, body: { version: 1, ownerId: null } },
};

/** Operations on nothing of anybody's, on what is everybody's, or on what has an audience of its own: who may is said by the rows of their verb or query. */
export const MACHINE_MAKES = [
  "submitSource",
  "createLead",
  "listLeads",
  "readLead",
  "addLeadNote",
  "listBlockers",
  "readBlocker",
  "confirmBlocker",
  "ownBlocker",
  "resolveBlocker",
  "acceptBlocker",
  "dismissBlocker",
  "reopenBlocker",
  "listStandups",
  "readStandup",
  "postUpdate",
];

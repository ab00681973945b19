import { z } from "zod";
import type { ActionRow } from "#lib/actions/change-action";
import { completeAction } from "#lib/actions/complete-action";
import { getAction, listActions } from "#lib/actions/queries";
import { reassignAction } from "#lib/actions/reassign-action";
import { reopenAction } from "#lib/actions/reopen-action";
import { ActionFilter, CompleteAction, ReassignAction, ReopenAction } from "#lib/actions/schema";
import { PAGE_ROWS } from "#lib/db/page";
import { getDecision, listDecisions } from "#lib/decisions/queries";
import { DecisionFilter } from "#lib/decisions/schema";
import { getDocument, listDocuments } from "#lib/documents/queries";
import { DocumentFilter } from "#lib/documents/schema";
import { Id } from "#lib/inputs/schema";
import { getPromise, listPromises } from "#lib/promises/queries";
import { PromiseFilter } from "#lib/promises/schema";
import { getQuestion, listQuestions } from "#lib/questions/queries";
import { QuestionFilter } from "#lib/questions/schema";
import {
  ActionInFull,
  ChangedAction,
  DecisionInFull,
  DocumentInFull,
  ListedAction,
  ListedDecision,
  ListedDocument,
  ListedPromise,
  ListedQuestion,
  PromiseInFull,
  pageOf,
  QuestionInFull,
} from "#lib/web/api/answers";
import { changing, type Operation, reading, type Told } from "#lib/web/api/operation";

const read = { scope: "records:read" } as const;
const write = { scope: "records:write", tag: "actions", answers: { 200: ChangedAction } } as const;

/** Action items, and the changes of them that don't need a person at a page. */
export const ACTION_OPERATIONS: Operation[] = [
  reading({
    ...read,
    id: "listActions",
    path: "/actions",
    tag: "actions",
    summary: "Open actions by due day, closed ones from the last closed on",
    tool: `Finds action items by words, owner, due day and state, ${PAGE_ROWS} at a time.`,
    input: ActionFilter,
    answer: pageOf(ListedAction),
    read: listActions,
  }),
  reading({
    ...read,
    id: "readAction",
    path: "/actions/{actionId}",
    tag: "actions",
    summary: "One action with the sentences it stands on",
    tool: "Reads one action item with the sentences it stands on.",
    input: z.object({ actionId: Id }),
    answer: ActionInFull,
    read: (ctx, { actionId }) => getAction(ctx, actionId),
  }),
  changing({
    ...write,
    id: "completeAction",
    path: "/actions/{actionId}/complete",
    summary: "Marks an open action as done",
    input: CompleteAction,
    change: completeAction,
    tell: toldOf,
  }),
  changing({
    ...write,
    id: "reopenAction",
    path: "/actions/{actionId}/reopen",
    summary: "Opens an action again that was done or cancelled",
    input: ReopenAction,
    change: reopenAction,
    tell: toldOf,
  }),
  changing({
    ...write,
    id: "reassignAction",
    path: "/actions/{actionId}/reassign",
    summary: "Gives an open action to somebody on the roster, or to nobody",
    input: ReassignAction,
    change: reassignAction,
    tell: toldOf,
  }),
];

/** What else an approval leaves behind. */
export const RECORD_OPERATIONS: Operation[] = [
  reading({
    ...read,
    id: "listDecisions",
    path: "/decisions",
    tag: "decisions",
    summary: "Decisions, the last recorded first",
    tool: `Finds decisions by words, the last recorded first, ${PAGE_ROWS} at a time.`,
    input: DecisionFilter,
    answer: pageOf(ListedDecision),
    read: listDecisions,
  }),
  reading({
    ...read,
    id: "readDecision",
    path: "/decisions/{decisionId}",
    tag: "decisions",
    summary: "One decision with the sentences it stands on",
    tool: "Reads one decision with the sentences it stands on.",
    input: z.object({ decisionId: Id }),
    answer: DecisionInFull,
    read: (ctx, { decisionId }) => getDecision(ctx, decisionId),
  }),
  reading({
    ...read,
    id: "listPromises",
    path: "/promises",
    tag: "promises",
    summary: "Promises to people outside, by the day they are due",
    tool: `Finds promises made to people outside by words, who made them, to whom, and due day, ${PAGE_ROWS} at a time.`,
    input: PromiseFilter,
    answer: pageOf(ListedPromise),
    read: listPromises,
  }),
  reading({
    ...read,
    id: "readPromise",
    path: "/promises/{promiseId}",
    tag: "promises",
    summary: "One promise with the sentences it stands on",
    tool: "Reads one promise made to somebody outside with the sentences it stands on.",
    input: z.object({ promiseId: Id }),
    answer: PromiseInFull,
    read: (ctx, { promiseId }) => getPromise(ctx, promiseId),
  }),
  reading({
    ...read,
    id: "listQuestions",
    path: "/questions",
    tag: "questions",
    summary: "Questions in one state, the last asked first",
    tool: `Finds questions by words, who decides them, and state, ${PAGE_ROWS} at a time.`,
    input: QuestionFilter,
    answer: pageOf(ListedQuestion),
    read: listQuestions,
  }),
  reading({
    ...read,
    id: "readQuestion",
    path: "/questions/{questionId}",
    tag: "questions",
    summary: "One question with the sentences it stands on",
    tool: "Reads one question with the sentences it stands on.",
    input: z.object({ questionId: Id }),
    answer: QuestionInFull,
    read: (ctx, { questionId }) => getQuestion(ctx, questionId),
  }),
  reading({
    ...read,
    id: "listDocuments",
    path: "/documents",
    tag: "documents",
    summary: "Documents, the last filed first",
    tool: `Finds documents by words in their titles, the last filed first, ${PAGE_ROWS} at a time.`,
    input: DocumentFilter,
    answer: pageOf(ListedDocument),
    read: listDocuments,
  }),
  reading({
    ...read,
    id: "readDocument",
    path: "/documents/{documentId}",
    tag: "documents",
    summary: "One document as Markdown",
    tool: "Reads one document as Markdown.",
    input: z.object({ documentId: Id }),
    answer: DocumentInFull,
    read: (ctx, { documentId }) => getDocument(ctx, documentId),
  }),
];

function toldOf({ id: actionId, version, state, ownerId }: ActionRow): Told {
  return { status: 200, body: { actionId, version, state, ownerId } };
}

import { applyChange } from "#components/review/changes";
import type { StatementChange } from "#lib/drafts/schema";
import type { DeskAnswer, DeskConflict, DeskDraft } from "#lib/drafts/view";
import type { Evidence, Statement } from "#lib/grounding/statement";

/** A draft as one page knows it: what the server confirmed, and what was changed since and is on its way. */
export type Session = {
  revision: number;
  statements: Statement[];
  evidence: Evidence[];
  pending: { key: number; change: StatementChange | null }[];
  problem: Problem | null;
  /** Sections of which one statement is kept. */
  choices: string[];
};

/** Why something was not saved or decided, and what the draft was when it was tried. */
export type Problem = {
  /** "read": nothing was tried; somebody changed the draft while it was open. */
  doing: "edit" | "approve" | "reject" | "snooze" | "hand over" | "reopen" | "read";
  message: string;
  requestId?: string;
  conflict?: DeskConflict;
  /** Whether what it is about may have changed besides the draft. */
  outdated?: boolean;
  before: Statement[];
  revision: number;
};

export type SessionEvent =
  | { kind: "sent"; key: number; change: StatementChange | null }
  | { kind: "answered"; key: number; answer: DeskAnswer }
  | { kind: "refused"; problem: Problem | null }
  | { kind: "reloaded"; draft: DeskDraft };

export type Refusal = Extract<DeskAnswer, { ok: false }>;

export function openSession(draft: DeskDraft): Session {
  const { revision, statements, evidence } = draft;
  const choices = draft.sections.filter(({ choice }) => choice).map(({ key }) => key);
  return { revision, statements, evidence, pending: [], problem: null, choices };
}

/** The statements as the person sees them: confirmed ones with their own changes on top. */
export function statementsOf(session: Session): Statement[] {
  return session.pending.reduce(
    (statements, { change }) => (change ? applyChange(statements, change, session.choices) : statements),
    session.statements,
  );
}

export function stepSession(session: Session, event: SessionEvent): Session {
  if (event.kind === "refused") return { ...session, problem: event.problem };
  if (event.kind === "reloaded") return reload(session, event.draft);
  if (event.kind === "sent") {
    const { key, change } = event;
    return { ...session, pending: [...session.pending, { key, change }], problem: null };
  }
  const { answer, key } = event;
  // Changes are sent one after the other: when one fails, those behind it were made on words that are gone.
  if (!answer.ok)
    return { ...adopt(session, answer), pending: [], problem: problemOf("edit", answer, session) };
  const { revision, statements, evidence } = answer;
  const pending = session.pending.filter((one) => one.key !== key);
  return { ...session, revision, statements, evidence, pending };
}

/** A newer revision that somebody else made: it is taken over, so that the next try starts from it. */
function adopt(session: Session, { ...answer }: Refusal): Session {
  if (answer.code !== "conflict" || answer.conflict.revision <= session.revision) return session;
  const { revision, statements } = answer.conflict;
  return { ...session, revision, statements };
}

function reload(session: Session, draft: DeskDraft): Session {
  if (session.pending.length > 0 || draft.revision < session.revision) return session;
  const { revision, statements, evidence } = draft;
  const problem = revision > session.revision ? news(session, draft) : session.problem;
  return { ...session, revision, statements, evidence, problem };
}

/** Somebody changed the draft while it was open: what is different is told, not only drawn. */
function news(session: Session, draft: DeskDraft): Problem | null {
  const last = draft.revisions.find((revision) => revision.number === draft.revision);
  // The band of a refused change says it already.
  if (!last || session.problem) return session.problem;
  const { by, at } = last;
  const conflict: DeskConflict = {
    by,
    at,
    what: last.origin === "rewritten" ? "rewritten" : "edited",
    revision: draft.revision,
    statements: draft.statements,
  };
  return { doing: "read", message: "", conflict, before: session.statements, revision: session.revision };
}

export function problemOf(doing: Problem["doing"], refusal: Refusal, session: Session): Problem {
  const { message } = refusal;
  const { statements: before, revision } = session;
  if (refusal.code === "conflict") return { doing, message, conflict: refusal.conflict, before, revision };
  const outdated = refusal.code === "invalid";
  return { doing, message, requestId: refusal.requestId, outdated, before, revision };
}

import { describe, expect, it } from "vitest";
import {
  openSession,
  type Session,
  type SessionEvent,
  statementsOf,
  stepSession,
} from "#components/review/session";
import type { DeskAnswer, DeskDraft } from "#lib/drafts/view";
import type { Statement } from "#lib/grounding/statement";

const first: Statement = {
  id: "s1",
  section: "actions",
  text: "Renew the certificate",
  kept: true,
  trace: "stated",
  person: null,
  due: null,
  flags: [],
};
const second = { ...first, id: "s2", text: "Tell Novak" };
const draft = {
  revision: 1,
  sections: [],
  statements: [first, second],
  evidence: [],
  revisions: [{ number: 1, by: "rules", at: "2026-11-19T15:00:00Z", origin: "written", restores: null }],
} as unknown as DeskDraft;

const run = (...events: SessionEvent[]): Session => events.reduce(stepSession, openSession(draft));
const sent = (key: number, text: string, statementId = "s1"): SessionEvent => ({
  kind: "sent",
  key,
  change: { statementId, text },
});
const saved = (key: number, revision: number, statements: Statement[]): SessionEvent => ({
  kind: "answered",
  key,
  answer: { ok: true, revision, statements, evidence: [] },
});
const refused = (key: number, answer: Extract<DeskAnswer, { ok: false }>): SessionEvent => ({
  kind: "answered",
  key,
  answer,
});
const texts = (session: Session) => statementsOf(session).map((statement) => statement.text);

it("shows a change before it is saved, and keeps later ones on top of the answer", () => {
  const session = run(sent(1, "Renew it"), sent(2, "Tell Novak today", "s2"));
  expect(texts(session)).toEqual(["Renew it", "Tell Novak today"]);
  const after = stepSession(session, saved(1, 2, [{ ...first, text: "Renew it" }, second]));
  expect(after.revision).toBe(2);
  expect(after.pending).toHaveLength(1);
  expect(texts(after)).toEqual(["Renew it", "Tell Novak today"]);
});

it("takes a refused change back, with those that were made on it, and says why", () => {
  const answer = { ok: false, code: "failed", message: "The server failed.", requestId: "req_1" } as const;
  const session = run(sent(1, "Renew it"), sent(2, "Tell Novak today", "s2"), refused(1, answer));
  expect(texts(session)).toEqual(["Renew the certificate", "Tell Novak"]);
  expect(session.problem).toMatchObject({ doing: "edit", message: "The server failed.", requestId: "req_1" });
});

it("takes over what somebody faster wrote, and keeps what was seen for the difference", () => {
  const conflict = {
    by: "Bo Tran",
    at: "2026-11-19T15:01:00Z",
    what: "edited" as const,
    revision: 2,
    statements: [{ ...first, text: "Renew both" }, second],
  };
  const session = run(
    sent(1, "Renew it"),
    refused(1, { ok: false, code: "conflict", message: "", conflict }),
  );
  expect(session.revision).toBe(2);
  expect(texts(session)).toEqual(["Renew both", "Tell Novak"]);
  expect(session.problem).toMatchObject({ conflict, before: [first, second], revision: 1 });
});

describe("a page that is read again", () => {
  const bos = {
    ...draft,
    revision: 2,
    statements: [{ ...first, text: "Renew both" }, second],
    revisions: [
      ...draft.revisions,
      { ...draft.revisions[0]!, number: 2, by: "Bo Tran", at: "2026-11-19T15:01:00Z" },
    ],
  };

  it("brings what somebody else changed, and says so", () => {
    const session = run({ kind: "reloaded", draft: bos });
    expect(texts(session)).toEqual(["Renew both", "Tell Novak"]);
    expect(session.problem).toMatchObject({ doing: "read", conflict: { by: "Bo Tran", revision: 2 } });
  });

  it("never overtakes a change that is on its way, nor goes back behind one that was saved", () => {
    expect(texts(run(sent(1, "Renew it"), { kind: "reloaded", draft: bos }))).toEqual([
      "Renew it",
      "Tell Novak",
    ]);
    const mine = run(sent(1, "Renew it"), saved(1, 3, [{ ...first, text: "Renew it" }, second]));
    expect(stepSession(mine, { kind: "reloaded", draft: bos })).toEqual(mine);
  });

  it("says nothing of a revision that this page wrote itself", () => {
    const mine = run(sent(1, "Renew both"), saved(1, 2, bos.statements));
    expect(stepSession(mine, { kind: "reloaded", draft: bos }).problem).toBeNull();
  });
});

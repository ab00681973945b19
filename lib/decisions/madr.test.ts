import { expect, it } from "vitest";
import { decisionAsMadr } from "#lib/decisions/madr";
import type { DecisionInFull } from "#lib/decisions/queries";

const DECISION: DecisionInFull = {
  id: "dec_1",
  text: "Use PostgreSQL",
  deciderName: 'Ada "the" O\'Hara',
  recordedAt: "2026-11-20T15:00:00.000Z",
  draftId: "drf_1",
  statementId: "s1",
  title: "Architecture",
  heldOn: "2026-11-20",
  sourceDeleted: false,
  supersededBy: null,
  because: [],
  instead: [],
  mentions: [],
  quotes: [
    {
      before: "After all, ",
      quoted: "we use PostgreSQL",
      after: ".",
      sourceTitle: "Architecture",
      heldOn: "2026-11-20",
      line: 7,
    },
  ],
};

it("writes what is known of a decision, in the parts of MADR 4", () => {
  expect(decisionAsMadr(DECISION)).toBe(`---
status: accepted
date: 2026-11-20
decision-makers: ["Ada \\"the\\" O'Hara"]
---

# Use PostgreSQL

## Context and Problem Statement

Decided in Architecture, Fri 20 Nov 2026.

> After all, we use PostgreSQL.
>
> Architecture, line 7

## Decision Outcome

Chosen: Use PostgreSQL
`);
});

it("has the reasons and what was weighed besides, where they were said", () => {
  const text = decisionAsMadr({ ...DECISION, because: ["It is *known*"], instead: ["Use MySQL"] });
  expect(text).toContain(`## Considered Options

- Use PostgreSQL
- Use MySQL

## Decision Outcome

Chosen: Use PostgreSQL, because:

- It is \\*known\\*
`);
});

it("leaves out what is not known, and lets no source end the head", () => {
  const text = decisionAsMadr({
    ...DECISION,
    text: "---\nstatus: rejected",
    deciderName: null,
    heldOn: null,
    quotes: [],
  });
  expect(text.startsWith("---\nstatus: accepted\n---\n\n# \\--- status: rejected\n")).toBe(true);
});

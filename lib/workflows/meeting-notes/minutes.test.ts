import { describe, expect, it } from "vitest";
import type { Detail, Statement } from "#lib/grounding/statement";
import { consequencesOf } from "#lib/workflows/meeting-notes/minutes";
import { sampleSource } from "#lib/workflows/meeting-notes/sample";

const statement = (section: string, text: string, more: Partial<Statement> = {}): Statement => ({
  id: `${section}-${text.length}`,
  section,
  text,
  kept: true,
  trace: "stated",
  person: null,
  due: null,
  flags: [],
  ...more,
});
const dana = { id: "usr_dana", name: "Dana Weiss", basis: "stated" } as const;
const because = {
  kind: "because",
  text: "Support is ready",
  kept: true,
  trace: "stated",
  flags: [],
} as const satisfies Detail;
const approve = (statements: Statement[], title = "Release 4.3 planning") =>
  consequencesOf({ title, statements, source: sampleSource });
const page = (statements: Statement[], title?: string) =>
  approve(statements, title)
    .records.flatMap((r) => (r.kind === "document" ? r.markdown : []))
    .join();

describe("what follows an approval", () => {
  it("records what was kept, with whom and when, and nothing that was declined", () => {
    const { records } = approve([
      statement("outcome", "4.3 ships"),
      statement("decisions", "Ship on the fourth", {
        person: dana,
        details: [because, { ...because, text: "The moon is full", kept: false }],
      }),
      statement("promises", "Send the price", { person: dana, to: { name: "Hollis", basis: "stated" } }),
      statement("deferred", "Dark mode"),
      statement("actions", "Run the merge", {
        person: dana,
        due: { on: "2026-11-25", phrase: "by Wednesday", basis: "stated" },
      }),
      statement("actions", "Book the tablet", { kept: false }),
      statement("actions", "Tell the pilot customer"),
      statement("questions", "Who pays?", { person: { ...dana, id: null, name: "the customer" } }),
    ]);
    expect(records.filter(({ kind }) => kind !== "document")).toEqual([
      {
        kind: "decision",
        statementId: "decisions-18",
        text: "Ship on the fourth",
        deciderName: "Dana Weiss",
        because: ["Support is ready"],
        instead: [],
      },
      {
        kind: "promise",
        statementId: "promises-14",
        text: "Send the price",
        promiserId: "usr_dana",
        promiserName: "Dana Weiss",
        toName: "Hollis",
        dueOn: null,
      },
      {
        kind: "action",
        statementId: "actions-13",
        text: "Run the merge",
        ownerId: "usr_dana",
        ownerName: "Dana Weiss",
        dueOn: "2026-11-25",
      },
      {
        kind: "action",
        statementId: "actions-23",
        text: "Tell the pilot customer",
        ownerId: null,
        ownerName: null,
        dueOn: null,
      },
      {
        kind: "question",
        statementId: "questions-9",
        text: "Who pays?",
        deciderId: null,
        deciderName: "the customer",
      },
    ]);
  });

  it("tells reasons under their decision, promises and what was put off, and nothing that was left out", () => {
    const markdown = page([
      statement("decisions", "Ship on the fourth", {
        details: [
          because,
          { ...because, kind: "instead", text: "Slip to [the eleventh](x)" },
          { ...because, text: "The moon is full", kept: false },
        ],
      }),
      statement("promises", "Send the price", {
        person: dana,
        to: { name: "Hollis", basis: "stated" },
        due: { on: "2026-11-24", phrase: "by Tuesday", basis: "stated" },
      }),
      statement("promises", "Call back", { kept: false }),
      statement("deferred", "Dark mode", {
        due: { on: "2027-01-08", phrase: "until January", basis: "stated" },
      }),
      statement("deferred", "The new logo", {
        due: { on: null, phrase: "to another time", basis: "stated" },
      }),
    ]);
    expect(markdown).toContain(`## Decisions

- Ship on the fourth
  - Because: Support is ready
  - Instead of: Slip to \\[the eleventh\\](x)

## Actions`);
    expect(markdown).toContain(`## Promises

- Send the price (promised to Hollis by Dana Weiss, due Tue 24 Nov 2026)

## Open questions`);
    expect(markdown).toContain(`## Put off

- Dark mode (until Fri 8 Jan 2027)
- The new logo (said: “to another time”)
`);
  });

  it("makes one page with the parts kept apart", () => {
    const markdown = page([
      statement("outcome", "4.3 ships on the fourth"),
      statement("summary", "The merge fails on small tablets."),
      statement("actions", "Run the merge", {
        person: dana,
        due: { on: "2026-11-25", phrase: "by Wednesday", basis: "stated" },
      }),
      statement("actions", "Tell the pilot customer"),
      statement("actions", "Look at the sync test", {
        due: { on: null, phrase: "at some point", basis: "stated" },
      }),
      statement("questions", "Who pays?", { person: dana }),
    ]);
    expect(markdown).toBe(`# Release 4.3 planning

Date: Thu 19 Nov 2026  
Attended: Ada Lindqvist, Bo Tran, Chidi Okafor, Dana Weiss, Emeka Nwosu, Hugo Marchetti, Kavya Rao

**Outcome:** 4.3 ships on the fourth

## Summary

- The merge fails on small tablets.

## Decisions

No decisions were recorded.

## Actions

- Run the merge (Dana Weiss, due Wed 25 Nov 2026)
- Tell the pilot customer (nobody yet, no date)
- Look at the sync test (nobody yet, no date, said: “at some point”)

## Open questions

- Who pays? (Dana Weiss decides)
`);
  });

  it.each([
    ["# A heading", "\\# A heading"],
    ["[a link](https://example.com)", "\\[a link\\](https\\://example.com)"],
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
    ["a | b", "a \\| b"],
    ["*bold* _it_ `code` ~~x~~", "\\*bold\\* \\_it\\_ \\`code\\` \\~\\~x\\~\\~"],
    ["1. first\n2. second", "1\\. first 2. second"],
    ["- a list", "\\- a list"],
    ["see www.example.com or mail a@b.example &amp;", "see www\\.example.com or mail a\\@b.example \\&amp;"],
    ["back\\slash", "back\\\\slash"],
  ])("shows %j as it stands", (text, shown) => {
    expect(page([statement("decisions", text)])).toContain(`\n- ${shown}\n`);
    expect(page([], text)).toContain(`# ${shown}\n`);
  });

  it.each([
    ["Release 4.3 planning", "2026-11-19-release-4-3-planning-ning.md"],
    ["Bündnis/../Wahl ★", "2026-11-19-bundnis-wahl-ning.md"],
    ["★★★", "2026-11-19-minutes-ning.md"],
    ["x".repeat(300), `2026-11-19-${"x".repeat(80)}-ning.md`],
  ])("files %j under a name that is safe", (title, recipient) => {
    expect(approve([], title).deliveries).toEqual([{ channel: "export", recipient }]);
  });
});

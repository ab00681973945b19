import { describe, expect, it } from "vitest";
import { browserViolations } from "#e2e/architecture/browser";
import { cycleViolations } from "#e2e/architecture/cycles";
import { doorViolations } from "#e2e/architecture/doors";
import { importsOf } from "#e2e/architecture/imports";
import { shapeViolations } from "#e2e/architecture/shape";
import { workflowKeyViolations } from "#e2e/architecture/workflow-keys";

/** An invented project: the text of each file by its path. */
const tree = (texts: Record<string, string>) => Object.entries(texts).map(([path, text]) => ({ path, text }));
const doors = (path: string, text: string) => doorViolations(importsOf(tree({ [path]: text })));

describe("reading imports", () => {
  it.each([
    ['import { a } from "#lib/x/y";', { file: "lib/x/y.ts", typeOnly: false }],
    ['import {\n  a,\n  type B,\n} from "#lib/x/y";', { file: "lib/x/y.ts", typeOnly: false }],
    ['import type { A } from "#drizzle/schema/users";', { file: "drizzle/schema/users.ts", typeOnly: true }],
    ['import { type A, type B } from "#lib/x/y";', { file: "lib/x/y.ts", typeOnly: true }],
    ['import "#components/ui/button";', { file: "components/ui/button.tsx", typeOnly: false }],
    ['const m = await import("./b");', { file: "lib/a/b.ts", typeOnly: false }],
    ['export * from "./b";', { file: "lib/a/b.ts", typeOnly: false }],
    ['import next from "next";', { package: "next", typeOnly: false }],
  ])("%s", (text, expected) => {
    const files = tree({ "lib/a/a.ts": text, "lib/a/b.ts": "" });
    expect(importsOf(files)).toEqual([{ from: "lib/a/a.ts", ...expected }]);
  });

  it("passes over comments and text", () => {
    const text = '// import "pg";\n/* import "pg"; */\nconst t = `import x from "pg"`;\n';
    expect(importsOf(tree({ "lib/a/a.ts": text }))).toEqual([]);
  });
});

describe("a door that is closed is found", () => {
  it.each([
    ["lib/drafts/approve.ts", 'import { headers } from "next/headers";'],
    ["lib/drafts/approve.ts", 'import Anthropic from "@anthropic-ai/sdk";'],
    ["lib/drafts/approve.ts", 'import { Button } from "#components/ui/button";'],
    ["lib/drafts/approve.ts", 'import type { ButtonProps } from "#components/ui/button";'],
    ["lib/drafts/approve.ts", 'import { runtime } from "#lib/runtime/runtime";'],
    ["lib/drafts/approve.ts", 'import { setStage } from "#e2e/support/cast";'],
    ["lib/drafts/approve.ts", 'import { notes } from "#lib/workflows/meeting-notes/workflow";'],
    ["lib/workflows/standup/workflow.ts", 'import { draft } from "#lib/workflows/meeting-notes/draft";'],
    ["lib/workflows/standup/workflow.ts", 'import type { D } from "#lib/workflows/meeting-notes/draft";'],
    ["lib/workflows/standup/workflow.ts", 'import { reader } from "#lib/db/store";'],
    ["lib/rules/line.ts", 'import { readFileSync } from "node:fs";'],
    ["lib/db/store.ts", 'import { approveDraft } from "#lib/drafts/approve";'],
    ["components/review/desk.tsx", 'import { reader } from "#lib/db/store";'],
    ["components/ui/button.tsx", 'import { REASONS } from "#lib/drafts/reasons";'],
    ["components/ui/button.tsx", 'import { headers } from "next/headers";'],
    ["components/ui/button.tsx", 'import { Shell } from "#components/shell/shell";'],
    ["app/page.tsx", 'import { drafts } from "#drizzle/schema/schema";'],
    ["app/page.tsx", 'import { reader } from "#lib/db/store";'],
  ])("%s: %s", (path, text) => expect(doors(path, text)).toHaveLength(1));
});

describe("a door that is open is passed", () => {
  it.each([
    ["lib/drafts/approve.ts", 'import { transact } from "#lib/events/transact";'],
    ["lib/drafts/approve.ts", 'import { findSource } from "#lib/sources/queries";'],
    ["lib/drafts/approve.ts", 'import type { Runtime } from "#lib/runtime/runtime";'],
    ["lib/drafts/approve.test.ts", 'import { setStage } from "#e2e/support/cast";'],
    ["lib/workflows/standup/workflow.ts", 'import { draft } from "#lib/workflows/standup/draft";'],
    ["components/review/desk.tsx", 'import { EditDraft } from "#lib/drafts/schema";'],
    ["components/review/desk.tsx", 'import type { DraftRow } from "#lib/drafts/queries";'],
    ["lib/web/session.ts", 'import { headers } from "next/headers";'],
    ["lib/llm/claude.ts", 'import Anthropic from "@anthropic-ai/sdk";'],
    ["app/page.tsx", 'import { listDrafts } from "#lib/drafts/queries";'],
  ])("%s: %s", (path, text) => expect(doors(path, text)).toEqual([]));
});

describe("what reaches the browser", () => {
  const browser = (texts: Record<string, string>) => browserViolations(importsOf(tree(texts)));
  const form = 'import { SignIn } from "#lib/sessions/schema";';

  it("is followed from components to the last import", () => {
    const found = browser({
      "components/sign-in/form.tsx": form,
      "lib/sessions/schema.ts": 'import { z } from "zod";\nimport { hash } from "#lib/sessions/password";',
      "lib/sessions/password.ts": 'import { hash } from "@node-rs/argon2";',
    });
    expect(found).toEqual([
      "components reach zod through lib/sessions/schema.ts.",
      "components reach @node-rs/argon2 through lib/sessions/password.ts.",
    ]);
  });

  it("is no verb, for verbs write to the database", () => {
    const found = browser({
      "components/review/desk.tsx": 'import { approveDraft } from "#lib/drafts/approve";',
      "lib/drafts/approve.ts": 'import { transact } from "#lib/events/transact";',
      "lib/events/transact.ts": 'import { sql } from "drizzle-orm";',
    });
    expect(found).toEqual(["components reach drizzle-orm through lib/events/transact.ts."]);
  });

  it("may be types of anything, and any file that is pure", () => {
    const pure = {
      "components/a.tsx": form,
      "lib/sessions/schema.ts": 'import type { Tx } from "#lib/db/store";',
    };
    expect(browser({ ...pure, "lib/db/store.ts": 'import { Pool } from "pg";' })).toEqual([]);
  });
});

describe("circles", () => {
  const cycles = (texts: Record<string, string>) => cycleViolations(importsOf(tree(texts)));
  const b = 'import { b } from "#lib/b/b";';

  it("between files of one room are found", () => {
    const found = cycles({ "lib/a/x.ts": 'import "#lib/a/y";', "lib/a/y.ts": 'import "#lib/a/x";' });
    expect(found).toEqual(["A circle of imports: lib/a/x.ts → lib/a/y.ts → lib/a/x.ts."]);
  });

  it("between domains are found even where no file closes one", () => {
    const found = cycles({
      "lib/a/x.ts": b,
      "lib/a/y.ts": "",
      "lib/b/b.ts": 'import { y } from "#lib/a/y";',
    });
    expect(found).toEqual(["A circle of imports: a → b → a."]);
  });

  it("through types alone, and in tests, are none", () => {
    const type = 'import type { A } from "#lib/a/a";';
    expect(cycles({ "lib/a/a.ts": b, "lib/b/b.ts": type })).toEqual([]);
    expect(cycles({ "lib/a/a.ts": b, "lib/b/b.test.ts": 'import { a } from "#lib/a/a";' })).toEqual([]);
  });
});

describe("shape", () => {
  it.each([
    ["src/a.ts", ""],
    ["lib/utils/text.ts", ""],
    ["lib/drafts/helpers.ts", ""],
    ["components/hooks/use-key.tsx", ""],
    ["lib/drafts/ApproveDraft.ts", ""],
    ["lib/drafts/approve.ts", `${"\n".repeat(250)}x`],
    ["lib/drafts/index.ts", 'export { a } from "#lib/drafts/approve";'],
    ["lib/drafts/all.ts", 'export * from "#lib/drafts/approve";'],
  ])("%s is refused", (path, text) => expect(shapeViolations(tree({ [path]: text }))).toHaveLength(1));

  it.each([
    ["app/(ops)/drafts/[draftId]/page.tsx", "x\n".repeat(250)],
    ["drizzle/schema/schema.ts", 'export * from "#drizzle/schema/users";'],
    ["README.md", ""],
  ])("%s is accepted", (path, text) => expect(shapeViolations(tree({ [path]: text }))).toEqual([]));
});

describe("a workflow's key", () => {
  const keys = (path: string, text: string) =>
    workflowKeyViolations(tree({ "lib/workflows/meeting-notes/workflow.ts": "", [path]: text }));

  it.each([
    'switch (key) { case "meeting-notes": }',
    'if (workflow === "meeting-notes") run();',
    'if ("meeting-notes" !== workflow) run();',
    'const labels = {\n  "meeting-notes": "Meeting notes",\n};',
  ])("is found in %s", (text) => expect(keys("lib/drafts/approve.ts", text)).toHaveLength(1));

  it("is passed in its folder, in the registries, in tests and as a value", () => {
    const text = 'if (key === "meeting-notes") run();';
    for (const path of [
      "lib/workflows/meeting-notes/rules.ts",
      "lib/workflows/registry.ts",
      "lib/a/a.test.ts",
    ])
      expect(keys(path, text)).toEqual([]);
    expect(keys("app/page.tsx", 'storeSource({ workflow: "meeting-notes" });')).toEqual([]);
  });
});

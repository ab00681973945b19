import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { asc, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { events, revisions, sourceVersions, users } from "#drizzle/schema/schema";
import { CAST, ctxFor, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { onPostgres } from "#e2e/support/empty-database";
import { keptIn } from "#e2e/support/everything-kept";
import { unusedEmbedded, unusedServer } from "#e2e/support/unused-database";
import { backUpTo, restoreFrom } from "#lib/backup/file";
import type { Store } from "#lib/db/store";
import { approveDraft } from "#lib/drafts/approve-draft";
import { sealEvents } from "#lib/events/seal";
import { transact } from "#lib/events/transact";
import { verifyLog } from "#lib/events/verify-log";

let stage: Stage;
let file: string;
beforeEach(async () => {
  stage = await setStage();
  const folder = mkdtempSync(join(tmpdir(), "countersign-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = join(folder, "all.gz");
});

const unused = () => (onPostgres ? unusedServer() : unusedEmbedded());
const backUp = () => backUpTo(file, { store: stage.store, now: stage.clock.now });
const restoreInto = (store: Store) => restoreFrom({ ...stage.system, store }, file);
const linesIn = (path: string) => gunzipSync(readFileSync(path)).toString().trimEnd().split("\n");
const rewrite = (lines: string[]) => writeFileSync(file, gzipSync(`${lines.join("\n")}\n`));

describe("a backup", { timeout: 60_000 }, () => {
  it("comes back in an unused database, row by row, and work goes on there", async () => {
    const { draftId } = await stageDraft(stage);
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    await sealEvents(stage.store);
    const rows = await backUp();
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const other = await unused();
    expect(await restoreInto(other)).toBe(rows);
    const tables = [users, revisions, sourceVersions];
    expect(await keptIn(other, tables)).toBe(await keptIn(stage.store, tables));
    const told = await stage.store.raw.select().from(events).orderBy(asc(events.seq));
    const kept = await other.raw.select().from(events).orderBy(asc(events.seq));
    expect(kept.slice(0, -1)).toEqual(told);
    expect(kept.at(-1)).toMatchObject({ kind: "workspace.restored", actorKind: "system", data: { rows } });
    expect(await verifyLog(other)).toEqual({ ...(await verifyLog(stage.store)), waiting: 1 });
    expect(await sealEvents(other)).toBe(1);

    const before = await other.raw.$count(events);
    await transact(ctxFor(other, "ada"), async ({ record }) =>
      record({ kind: "user.changed", subjectId: CAST.bo.id, data: { fields: ["name"] } }),
    );
    expect(await sealEvents(other)).toBe(1);
    expect(await verifyLog(other)).toMatchObject({ sealed: before + 1, broken: null });
    await expect(other.raw.execute(sql`delete from events`)).rejects.toThrow();
  });

  it("is restored by nobody but who runs the machine", async () => {
    await backUp();
    const other = await unused();
    await expect(restoreFrom({ ...stage.as("ines"), store: other }, file)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await other.raw.$count(users)).toBe(0);
  });

  it("doesn't write over a file", async () => {
    writeFileSync(file, "mine");
    await expect(backUp()).rejects.toMatchObject({ code: "EEXIST" });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("is refused where something is stored already", async () => {
    await backUp();
    await expect(restoreInto(stage.store)).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    ["is cut off", (lines: string[]) => lines.slice(0, -1), /cut off/],
    ["lacks a row", (lines: string[]) => lines.toSpliced(2, 1), /cut off/],
    ["has a line that is none", (lines: string[]) => lines.with(2, "{"), /damaged/],
    ["names another table", (lines: string[]) => lines.with(1, '["pg_user",{}]'), /damaged/],
    ["is something else", () => ["hello"], /damaged/],
    [
      "is of another version",
      (lines: string[]) => lines.with(0, lines[0]!.replace(/"migrations":\[[^\]]*\]/, '"migrations":["x"]')),
      /another version/,
    ],
  ])("that %s leaves nothing behind", async (_, change, reason) => {
    await backUp();
    rewrite(change(linesIn(file)));
    const other = await unused();
    await expect(restoreInto(other)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(reason),
    });
    expect(await other.raw.$count(users)).toBe(0);
  });

  it("that is no gzip is refused in words", async () => {
    writeFileSync(file, "hello");
    await expect(restoreInto(await unused())).rejects.toMatchObject({ code: "invalid" });
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { documents, revisions, sourceVersions, users } from "#drizzle/schema/schema";
import { ctxFor, insertCast, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft } from "#e2e/support/drafts";
import { onPostgres } from "#e2e/support/empty-database";
import { countRows, unusedEmbedded, unusedServer } from "#e2e/support/unused-database";
import { backUpTo, restoreFrom } from "#lib/backup/file";
import type { Store } from "#lib/db/store";
import { approveDraft } from "#lib/drafts/approve-draft";
import { sealEvents } from "#lib/events/seal";
import { verifyLog } from "#lib/events/verify-log";

/** A stage with the cast on a database of the test's own. */
async function stageOn(store: Store): Promise<Stage> {
  const { clock, system, ...rest } = await setStage();
  await insertCast(store, clock.now());
  const ports = { ...system, store };
  return { ...rest, clock, store, system: ports, as: (key) => ctxFor(store, key, ports) };
}

// Where the tests run on PGlite there is no PostgreSQL.
describe.runIf(onPostgres)("a backup", { timeout: 120_000 }, () => {
  it.each([
    ["the embedded database comes back in PostgreSQL", unusedEmbedded, unusedServer],
    ["PostgreSQL comes back in the embedded database", unusedServer, unusedEmbedded],
  ])("of %s", async (_, from, to) => {
    const stage = await stageOn(await from());
    const text = `${NOTES}\nPréavis d’après-midi: “C:\\temp” 東京 👩🏽‍💻 {"not": "json"}\n`;
    const { draftId } = await stageDraft(stage, { text });
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    await sealEvents(stage.store);
    const folder = mkdtempSync(join(tmpdir(), "countersign-backup-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "all.gz");
    await backUpTo(file, stage.system);

    const other = await to();
    await restoreFrom({ ...stage.system, store: other }, file);
    const ours = await countRows(stage.store);
    // The log of the copy says besides that it was restored.
    expect(await countRows(other)).toEqual({ ...ours, events: ours.events! + 1, unsealed_events: 1 });
    for (const table of [users, sourceVersions, revisions, documents]) {
      const [theirs, own] = await Promise.all(
        [other.raw, stage.store.raw].map((db) => db.select().from(table)),
      );
      expect(theirs).toEqual(own);
    }
    expect(await sealEvents(other)).toBe(1);
    expect(await verifyLog(other)).toMatchObject({ sealed: ours.events! + 1, waiting: 0, broken: null });
  });
});

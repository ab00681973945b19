import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { expect, it, onTestFinished } from "vitest";
import { actions, drafts, events, revisions, runs, sources } from "#drizzle/schema/schema";
import { type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { onPostgres } from "#e2e/support/empty-database";
import { until } from "#e2e/support/until";
import { unusedServer } from "#e2e/support/unused-database";
import { backUpTo, restoreFrom } from "#lib/backup/file";
import type { Store } from "#lib/db/store";
import { approveDraft } from "#lib/drafts/approve-draft";
import type { EventKind } from "#lib/events/kinds";
import { sealEvents } from "#lib/events/seal";
import { verifyLog } from "#lib/events/verify-log";

/** Stores notes, approves what is written from them and seals the log, again and again until `stop`. */
async function keepWriting(stage: Stage, by: CastKey, stop: AbortSignal): Promise<void> {
  for (let round = 1; !stop.aborted; round++) {
    const title = `Round ${round} of ${by}`;
    const { draftId } = await stageDraft(stage, { by, title, text: `ACTION: Bo to close ${title}.` });
    await approveDraft(stage.as(by), { draftId, revision: 1 });
    await sealEvents(stage.store);
  }
}

const idsIn = async (store: Store, table: PgTable, id: PgColumn) =>
  (await store.raw.select({ id }).from(table)).map((row) => row.id).sort();
const subjectsOf = async (store: Store, kind: EventKind) =>
  (await store.raw.select({ id: events.subjectId }).from(events).where(eq(events.kind, kind)))
    .map(({ id }) => id)
    .sort();

/** The foreign keys that hold in a restored database were checked row by row; these are what no key guards. */
async function danglingIn(store: Store): Promise<number> {
  const { rows } = await store.raw.execute<{ dangling: string }>(sql`select (
    (select count(*) from ${events} where draft_id is not null and draft_id not in (select id from ${drafts})) +
    (select count(*) from ${events} where source_id is not null and source_id not in (select id from ${sources})) +
    (select count(*) from ${runs} where draft_id is not null and draft_id not in (select id from ${drafts})) +
    (select count(*) from ${drafts} d where not exists (
      select 1 from ${revisions} r where r.draft_id = d.id and r.number = d.current_revision)) +
    (select count(*) from ${drafts} d where d.state = 'approved' and not exists (
      select 1 from ${actions} a where a.draft_id = d.id)))::text as dangling`);
  return Number(rows[0]?.dangling);
}

// The embedded database answers nobody else while a backup is made.
it.runIf(onPostgres)(
  "a backup is of one moment, though people store and approve while it is made",
  async () => {
    const stage = await setStage();
    const folder = mkdtempSync(join(tmpdir(), "countersign-backup-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "all.gz");
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const people = (["ada", "dana"] as const).map((by) => keepWriting(stage, by, stop.signal));
    await until(async () => (await stage.store.raw.$count(drafts, eq(drafts.state, "approved"))) >= 3);
    await backUpTo(file, stage.system);
    stop.abort();
    await Promise.all(people);

    const copy = await unusedServer();
    await restoreFrom({ ...stage.system, store: copy }, file);
    const stored = await idsIn(copy, sources, sources.id);
    expect(stored.length).toBeGreaterThanOrEqual(3);
    expect(stored.length).toBeLessThan(await stage.store.raw.$count(sources));
    expect(stored).toEqual(await subjectsOf(copy, "source.stored"));
    expect(await idsIn(copy, drafts, drafts.id)).toEqual(await subjectsOf(copy, "draft.proposed"));
    const approved = copy.raw.select({ id: drafts.id }).from(drafts).where(eq(drafts.state, "approved"));
    expect((await approved).map(({ id }) => id).sort()).toEqual(await subjectsOf(copy, "draft.approved"));
    expect(await danglingIn(copy)).toBe(0);
    expect(await verifyLog(copy)).toMatchObject({ broken: null });
    await sealEvents(copy);
    expect(await verifyLog(copy)).toMatchObject({
      sealed: await copy.raw.$count(events),
      waiting: 0,
      broken: null,
    });
  },
);

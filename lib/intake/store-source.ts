import { and, eq, ne, sql } from "drizzle-orm";
import { sourceAttendees, sources, sourceVersions, teams, users } from "#drizzle/schema/schema";
import type { Provenance } from "#drizzle/schema/sources";
import { newId } from "#lib/db/ids";
import { reader, type Tx } from "#lib/db/store";
import { AppError, isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { matchPerson } from "#lib/grounding/people";
import { canStoreSource } from "#lib/intake/policy";
import { StoreSource } from "#lib/intake/schema";
import { readSourceFile } from "#lib/parsers/source-file";
import { queueRun } from "#lib/runs/queue-run";
import { chooseSeries } from "#lib/series/choose-series";
import { contentHashOf } from "#lib/sources/content-hash";
import { versionRow } from "#lib/sources/version-row";
import { visibleSource } from "#lib/sources/visibility";
import { listRoster } from "#lib/users/queries";
import { getWorkflow, pastedWorkflows } from "#lib/workflows/registry";

/** Any number, as long as each version of Countersign uses the same one. */
const SAME_TEXT_LOCK = 7_319_404;

export type StoredSource = { sourceId: string; runId: string | null; duplicate: boolean };

/**
 * Stores a source as it came and queues a run on it, in one transaction.
 * The same text by the same author is the same source. Text that somebody else stored is a `conflict`
 * naming theirs, unless `again` is set.
 */
export async function storeSource(
  ctx: UserCtx,
  input: StoreSource,
  through?: Provenance["via"],
): Promise<StoredSource> {
  const source = StoreSource.parse(input);
  if (!canStoreSource(ctx.actor))
    throw new AppError("forbidden", "Viewers read. Ask an admin for another role.");
  const workflow = getWorkflow(source.workflow);
  if (!pastedWorkflows.includes(workflow))
    throw new AppError(
      "invalid",
      "A follow-up is drafted on the lead’s page. Add the text to their timeline.",
    );
  const read = readSourceFile(source.fileName ?? "", source.text);
  const { text } = read;
  const format = source.format ?? read.format;
  const contentHash = contentHashOf(text);
  const own = await findOwn(ctx, workflow.key, contentHash);
  if (own) return { sourceId: own, runId: null, duplicate: true };

  const sourceId = newId("src", ctx.now());
  const via = through ?? (source.fileName ? "upload" : "paste");
  const provenance: Provenance = { via, format, ...(source.fileName && { fileName: source.fileName }) };
  const attendees = matchAttendees(source.attendees, await listRoster(ctx));
  try {
    return await transact(ctx, async (work) => {
      await takeTurn(work.tx, contentHash);
      if (!source.again) await refuseTwin(ctx, work.tx, contentHash);
      await refuseUnknownTeam(work.tx, source.teamId);
      const seriesId = source.series
        ? await chooseSeries(ctx, work, { name: source.series, workflow: workflow.key, sourceId })
        : null;
      const [row] = await work.tx
        .insert(sources)
        .values({
          id: sourceId,
          workflow: workflow.key,
          title: source.title,
          heldOn: source.heldOn,
          timeZone: source.timeZone,
          authorId: ctx.actor.id,
          visibility: source.visibility,
          teamId: source.visibility === "team" ? source.teamId : null,
          seriesId,
          provenance,
          contentHash,
          createdAt: ctx.now(),
        })
        .onConflictDoNothing()
        .returning({ id: sources.id });
      if (!row) throw new AppError("conflict", "The same text was stored a moment ago.");
      await work.tx.insert(sourceVersions).values(
        versionRow({
          sourceId,
          version: 1,
          text,
          original: source.text === text ? null : source.text.replaceAll("\0", ""),
          by: ctx.actor.id,
          at: ctx.now(),
        }),
      );
      if (attendees.length > 0) {
        await work.tx
          .insert(sourceAttendees)
          .values(attendees.map((attendee, position) => ({ sourceId, position, ...attendee })));
      }
      work.record({
        kind: "source.stored",
        subjectId: sourceId,
        sourceId,
        data: { workflow: workflow.key, visibility: source.visibility, via },
      });
      const runId = await queueRun(ctx, work, {
        workflow,
        sources: [{ sourceId, version: 1 }],
        requestedBy: ctx.actor.id,
      });
      return { sourceId, runId, duplicate: false };
    });
  } catch (error) {
    const first = isAppError(error, "conflict") && (await findOwn(ctx, workflow.key, contentHash));
    if (first) return { sourceId: first, runId: null, duplicate: true };
    throw error;
  }
}

async function findOwn(ctx: UserCtx, workflow: string, contentHash: string): Promise<string | undefined> {
  const [row] = await reader(ctx.store)
    .select({ id: sources.id })
    .from(sources)
    .where(
      and(
        eq(sources.authorId, ctx.actor.id),
        eq(sources.workflow, workflow),
        eq(sources.contentHash, contentHash),
      ),
    );
  return row?.id;
}

// Of two people who paste the same text at once, the second waits here and then finds the first one's.
async function takeTurn(tx: Tx, contentHash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SAME_TEXT_LOCK}, hashtext(${contentHash}))`);
}

async function refuseTwin(ctx: UserCtx, tx: Tx, contentHash: string): Promise<void> {
  const [twin] = await tx
    .select({ sourceId: sources.id, title: sources.title, by: users.name })
    .from(sources)
    .innerJoin(users, eq(users.id, sources.authorId))
    .where(
      and(eq(sources.contentHash, contentHash), ne(sources.authorId, ctx.actor.id), visibleSource(ctx.actor)),
    )
    .limit(1);
  if (twin)
    throw new AppError("conflict", `${twin.by} stored the same text as “${twin.title}”.`, {
      duplicateOf: twin,
    });
}

async function refuseUnknownTeam(tx: Tx, teamId: string | null): Promise<void> {
  if (!teamId) return;
  const [team] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId));
  if (!team) throw new AppError("invalid", "This team no longer exists. Choose another one.");
}

function matchAttendees(names: string[], roster: Awaited<ReturnType<typeof listRoster>>) {
  return names.map((name) => ({ name, userId: matchPerson(name, roster, [])?.id ?? null }));
}

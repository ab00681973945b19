import { and, asc, eq, inArray } from "drizzle-orm";
import { draftSources, sources, sourceVersions, standupDays, standups, teams } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { type Day, formatDay } from "#lib/format/dates";
import { factsOf } from "#lib/format/standup-facts";
import { cleanText } from "#lib/parsers/plain";
import { keepText } from "#lib/sources/keep-text";
import { versionRow } from "#lib/sources/version-row";
import { readBrief } from "#lib/standups/brief";
import type { StandupRow } from "#lib/standups/find-standup";
import { listPeople } from "#lib/standups/people";
import { standupWorkflow } from "#lib/workflows/registry";

type Ref = { sourceId: string; version: number };
export type DigestDay = { id: string; teamId: string; day: Day; sourceId: string | null };

/**
 * What a digest is written from, at its newest versions: first what code knows of the day, kept as a source, then what
 * each person wrote. `invalid` where nobody wrote.
 */
export async function digestSources(
  ctx: Ctx,
  work: Work,
  standup: StandupRow,
  day: DigestDay,
): Promise<[Ref, ...Ref[]]> {
  const written = await listWritten(work.tx, day);
  if (written.length === 0) throw new AppError("invalid", "Nobody wrote for this stand-up.");
  const facts = await keepFacts(ctx, work, standup, day, written);
  return [facts, ...written];
}

/** The same for a digest that is to be written again, with what came late; undefined for a draft that is none. */
export async function digestSourcesOf(ctx: Ctx, work: Work, draftId: string) {
  const [row] = await work.tx
    .select({ day: standupDays, standup: standups })
    .from(draftSources)
    .innerJoin(standupDays, eq(standupDays.sourceId, draftSources.sourceId))
    .innerJoin(standups, eq(standups.teamId, standupDays.teamId))
    .where(eq(draftSources.draftId, draftId));
  return row && digestSources(ctx, work, row.standup, row.day);
}

async function listWritten(tx: Tx, { teamId, day }: DigestDay): Promise<Ref[]> {
  const people = await listPeople(tx, teamId, day);
  const ids = people.flatMap(({ updates }) =>
    updates.flatMap(({ sourceId, told }) => (told ? [sourceId] : [])),
  );
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ sourceId: sources.id, version: sources.currentVersion })
    .from(sources)
    .where(inArray(sources.id, ids))
    .orderBy(asc(sources.id))
    .for("share");
  return rows.sort((a, b) => ids.indexOf(a.sourceId) - ids.indexOf(b.sourceId));
}

async function keepFacts(
  ctx: Ctx,
  work: Work,
  standup: StandupRow,
  day: DigestDay,
  written: Ref[],
): Promise<Ref> {
  const brief = await readBrief(work.tx, day, ["", ...written.map(({ sourceId }) => sourceId)]);
  const text = cleanText(factsOf(brief));
  if (day.sourceId) return keepNewer(ctx, work, day.sourceId, text);
  const [team] = await work.tx.select({ leadId: teams.leadId }).from(teams).where(eq(teams.id, day.teamId));
  const sourceId = await keepText(ctx, work, {
    workflow: standupWorkflow.key,
    teamId: day.teamId,
    day: day.day,
    title: `${brief.team} stand-up, ${formatDay(day.day, { today: day.day })}`,
    text,
    timeZone: standup.timeZone,
    visibility: standup.visibility,
    authorId: team?.leadId ?? standup.changedBy,
    people: brief.people.flatMap(({ id, name, sources: places }) =>
      places.length > 0 ? [{ name, userId: id }] : [],
    ),
    via: "code",
  });
  await work.tx.update(standupDays).set({ sourceId }).where(eq(standupDays.id, day.id));
  return { sourceId, version: 1 };
}

/** A new version where somebody wrote since, or something else became known. */
async function keepNewer(ctx: Ctx, { tx, record }: Work, sourceId: string, text: string): Promise<Ref> {
  const [row] = await tx
    .select({ version: sources.currentVersion, authorId: sources.authorId, text: sourceVersions.text })
    .from(sources)
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(eq(sources.id, sourceId))
    .for("update");
  if (!row) throw new AppError("not_found", "What was known of this stand-up was deleted.");
  if (row.text === text) return { sourceId, version: row.version };
  const version = row.version + 1;
  const reason = "Somebody wrote since.";
  await tx
    .insert(sourceVersions)
    .values(versionRow({ sourceId, version, text, reason, by: row.authorId, at: ctx.now() }));
  await tx.update(sources).set({ currentVersion: version }).where(eq(sources.id, sourceId));
  record({ kind: "source.corrected", subjectId: sourceId, sourceId, data: { version } });
  return { sourceId, version };
}

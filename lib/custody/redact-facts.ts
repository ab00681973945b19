import { and, eq, gte, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { RecordsFate } from "#drizzle/schema/retention";
import {
  blockerSayings,
  blockers,
  briefWeeks,
  sources,
  sourceVersions,
  standupDays,
  standupUpdates,
} from "#drizzle/schema/schema";
import { type Copied, copiedIn } from "#lib/custody/facts-lines";
import { lockDraftsOf } from "#lib/custody/find-source";
import { listTexts, type VersionText } from "#lib/custody/find-words";
import { forgetAnswers } from "#lib/custody/forget-answers";
import { type Masked, maskAt, placesOf, type Span } from "#lib/custody/mask";
import { redactDraft } from "#lib/custody/redact-draft";
import { restartRuns } from "#lib/custody/restart-runs";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { contentHashOf } from "#lib/sources/content-hash";

type Source = typeof sources.$inferSelect;
/** What code wrote of a day or a week, with where the words of an update stand in it, by version. */
type Facts = {
  id: string;
  visibility: Source["visibility"];
  texts: VersionText[];
  copied: Map<number, Span[]>;
};

/**
 * The facts of stand-ups and of weeks that code copied words of an update into, locked: what its writer planned, and
 * what is in somebody's way. Of any other source there are none. Looked up before anything is changed, since afterwards
 * nothing tells which words were its.
 */
export async function lockFacts(tx: Tx, source: Source, texts: VersionText[]): Promise<Facts[]> {
  const told = await tx
    .select({ teamId: standupUpdates.teamId, name: standupUpdates.name })
    .from(standupUpdates)
    .where(eq(standupUpdates.sourceId, source.id));
  const [update] = told;
  if (!update) return [];
  const copied: Copied = {
    texts: texts.map(({ text }) => text),
    names: told.map(({ name }) => name),
    said: await listSaid(tx, source.id),
  };
  // All are looked at in one go, as there may be years of them; those that have its words are locked and read again.
  const candidates = await listCandidates(tx, source, {
    teamId: update.teamId,
    weeks: copied.said.length > 0,
  });
  const ids = candidates.flatMap(({ id, text }) => (copiedIn(text, copied).length > 0 ? [id] : []));
  const facts: Facts[] = [];
  for (const { id, visibility } of await lockAll(tx, [...new Set(ids)])) {
    const written = await listTexts(tx, id);
    const places = new Map(written.map(({ version, text }) => [version, copiedIn(text, copied)]));
    facts.push({ id, visibility, texts: written, copied: places });
  }
  return facts;
}

/** What the blockers that an update tells of are called, and were. */
async function listSaid(tx: Tx, sourceId: string): Promise<string[]> {
  const rows = await tx
    .select({ text: blockers.text, quote: blockerSayings.quote })
    .from(blockerSayings)
    .innerJoin(blockers, eq(blockers.id, blockerSayings.blockerId))
    .where(eq(blockerSayings.sourceId, sourceId));
  return rows.flatMap(({ text, quote }) => [text, quote]);
}

/** What code wrote of a team's stand-ups from a day on, and of weeks, in each version. */
function listCandidates(
  tx: Tx,
  { heldOn }: Source,
  { teamId, weeks }: { teamId: string; weeks: boolean },
): Promise<{ id: string; text: string }[]> {
  const days = tx
    .select({ id: standupDays.sourceId })
    .from(standupDays)
    .where(
      and(eq(standupDays.teamId, teamId), gte(standupDays.day, heldOn), isNotNull(standupDays.sourceId)),
    );
  const told = tx.select({ id: briefWeeks.sourceId }).from(briefWeeks).where(isNotNull(briefWeeks.sourceId));
  return tx
    .select({ id: sources.id, text: sourceVersions.text })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
    .where(
      and(
        isNull(sources.deletedAt),
        gte(sources.heldOn, heldOn),
        or(inArray(sources.id, days), weeks ? inArray(sources.id, told) : undefined),
      ),
    );
}

function lockAll(tx: Tx, ids: string[]) {
  return tx
    .select({ id: sources.id, visibility: sources.visibility })
    .from(sources)
    .where(inArray(sources.id, ids))
    .orderBy(sources.id)
    .for("update");
}

/**
 * Takes out of such facts, and of everything written from them, what was copied: the words alone, or with `null` all of
 * it. With `points: "drop"` what was written from these lines goes as well.
 */
export async function redactFacts(
  ctx: Ctx,
  work: Work,
  facts: Facts[],
  { words, points }: { words: Masked; points: RecordsFate },
): Promise<void> {
  for (const one of facts) {
    const spans = new Map(one.texts.map((text) => [text.version, within(text, one.copied, words)]));
    if ([...spans.values()].every((places) => places.length === 0)) continue;
    for (const { version, text } of one.texts)
      await blacken(work.tx, { sourceId: one.id, version }, maskAt(text, spans.get(version) ?? []));
    await work.tx
      .update(sources)
      .set({ contentHash: `redacted:${one.id}` })
      .where(eq(sources.id, one.id));
    await restartRuns(ctx, work, one.id);
    await forgetAnswers(work.tx, one.id);
    for (const draft of await lockDraftsOf(work.tx, one.id))
      await redactDraft(ctx, work, { draft, sourceId: one.id, spans, words, points });
    work.record({
      kind: "source.redacted",
      subjectId: one.id,
      sourceId: one.id,
      data: { places: [...spans.values()].flat().length, points: 0 },
    });
  }
}

function within({ version, text }: VersionText, copied: Facts["copied"], words: Masked): Span[] {
  const lines = copied.get(version) ?? [];
  if (words === null) return lines;
  return lines.flatMap(({ start, end }) =>
    placesOf(words, text.slice(start, end)).map((place) => ({
      start: start + place.start,
      end: start + place.end,
    })),
  );
}

function blacken(tx: Tx, of: { sourceId: string; version: number }, text: string): Promise<unknown> {
  return tx
    .update(sourceVersions)
    .set({ text, hash: contentHashOf(text) })
    .where(and(eq(sourceVersions.sourceId, of.sourceId), eq(sourceVersions.version, of.version)));
}

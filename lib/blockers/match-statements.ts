import { and, eq, inArray } from "drizzle-orm";
import { blockerSayings, draftSources, evidence, sources, sourceVersions } from "#drizzle/schema/schema";
import type { StandupVisibility } from "#drizzle/schema/standups";
import { type Known, listKnown, whoSays } from "#lib/blockers/known";
import type { Tx } from "#lib/db/store";
import type { Day } from "#lib/format/dates";

/** A blocker as a digest tells it. */
export type Told = { statementId: string; text: string; personId: string | null; personName: string };

/** Words of a source that a statement stands on; `heldOn` is YYYY-MM-DD. */
export type Ground = {
  statementId: string;
  sourceId: string;
  version: number;
  start: number;
  end: number;
  heldOn: Day;
  quote: string;
};

/** What the statements of a digest are about: the blockers said in the same words, or else by the same person again. */
export type Matched = {
  team: { id: string; visibility: StandupVisibility };
  grounds: Map<string, Ground[]>;
  known: Map<string, Known[]>;
};

/** Finds the blockers that the statements of a draft tell of; null where no team is behind it. Locks them. */
export async function matchStatements(tx: Tx, draftId: string, told: Told[]): Promise<Matched | null> {
  const behind = await listBehind(tx, draftId);
  const [first] = behind.filter(({ teamId }) => teamId !== null);
  if (!first?.teamId) return null;
  const visibility = behind.every((source) => source.visibility === "open") ? "open" : "team";
  const grounds = Map.groupBy(
    await listGrounds(
      tx,
      draftId,
      told.map(({ statementId }) => statementId),
    ),
    ({ statementId }) => statementId,
  );
  const candidates = await listKnown(tx, { teamId: first.teamId, visibility, day: first.heldOn });
  const known = new Map<string, Known[]>();
  for (const one of told) {
    const own = await saidThere(tx, grounds.get(one.statementId) ?? [], candidates);
    const again = own.length > 0 ? own : saidAlike(one, first.heldOn, candidates);
    known.set(one.statementId, again);
  }
  return { team: { id: first.teamId, visibility }, grounds, known };
}

function listBehind(tx: Tx, draftId: string) {
  return tx
    .select({ teamId: sources.teamId, visibility: sources.visibility, heldOn: sources.heldOn })
    .from(draftSources)
    .innerJoin(sources, eq(sources.id, draftSources.sourceId))
    .where(eq(draftSources.draftId, draftId));
}

async function listGrounds(tx: Tx, draftId: string, statementIds: string[]): Promise<Ground[]> {
  if (statementIds.length === 0) return [];
  const rows = await tx
    .select({
      statementId: evidence.statementId,
      sourceId: evidence.sourceId,
      version: evidence.version,
      start: evidence.start,
      end: evidence.end,
      heldOn: sources.heldOn,
      text: sourceVersions.text,
    })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, evidence.sourceId), eq(sourceVersions.version, evidence.version)),
    )
    .where(and(eq(evidence.draftId, draftId), inArray(evidence.statementId, statementIds)));
  return rows.map(({ text, ...row }) => ({ ...row, quote: text.slice(row.start, row.end) }));
}

/** Those of which a saying shares words with what the statement stands on. */
async function saidThere(tx: Tx, grounds: Ground[], candidates: Known[]): Promise<Known[]> {
  if (grounds.length === 0) return [];
  const sayings = await tx
    .select()
    .from(blockerSayings)
    .where(
      inArray(
        blockerSayings.sourceId,
        grounds.map(({ sourceId }) => sourceId),
      ),
    );
  const ids = new Set(
    sayings
      .filter((said) => grounds.some((ground) => isSamePlace(ground, said)))
      .map(({ blockerId }) => blockerId),
  );
  return candidates.filter(({ id }) => ids.has(id));
}

type Place = { sourceId: string; start: number; end: number };

function isSamePlace(
  { version, ...ground }: Place & { version: number },
  said: Place & { sourceVersion: number },
): boolean {
  if (ground.sourceId !== said.sourceId || version !== said.sourceVersion) return false;
  return said.start < ground.end && ground.start < said.end;
}

function saidAlike({ text, personId, personName }: Told, day: Day, candidates: Known[]): Known[] {
  const span = { userId: personId, name: personName };
  const again = whoSays(candidates, { span, quote: text, day });
  return again ? [again] : [];
}

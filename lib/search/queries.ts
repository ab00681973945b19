import { FOUND_KINDS, type FoundKind } from "#drizzle/schema/search";
import { inTransaction } from "#lib/db/store";
import { isStopped } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { beginLook, type Candidate, listCandidates } from "#lib/search/candidates";
import { Search } from "#lib/search/schema";
import { describeFound, type Found } from "#lib/search/shown";
import { readWanted } from "#lib/search/words";

/** Of each kind together with others, and of one kind alone. */
const FEW = 5;
const MANY = 30;

/** What was found of one kind, the best first; `more` where there is more than is told. */
export type FoundGroup = { kind: FoundKind; found: Found[]; more: boolean };

/**
 * What the actor may see that has the words, by kind. The newest three hundred of a kind are ranked, so that a common word
 * costs no more than a rare one. `unavailable` where it took too long.
 */
export async function findEverywhere(ctx: UserCtx, input: Search): Promise<FoundGroup[]> {
  const { words, kind } = Search.parse(input);
  const wanted = readWanted(words);
  if (!wanted) return [];
  const kinds = kind ? [kind] : FOUND_KINDS;
  const most = kind ? MANY : FEW;
  return inTransaction(ctx.store, async (tx) => {
    await beginLook(tx);
    const candidates = await listCandidates(tx, ctx.actor, wanted.query, kinds, most + 1);
    const byKind = Map.groupBy(candidates, (one) => one.kind);
    const shown = kinds.flatMap((one) => byKind.get(one)?.slice(0, most) ?? []);
    const found = await describeFound(tx, shown, wanted.marked);
    return kinds.flatMap((one) => groupOf(one, found, byKind.get(one) ?? [], most));
  }).catch(tooLong);
}

function groupOf(kind: FoundKind, found: Found[], candidates: Candidate[], most: number): FoundGroup[] {
  const own = found.filter((one) => one.kind === kind);
  return own.length === 0 ? [] : [{ kind, found: own, more: candidates.length > most }];
}

function tooLong(error: unknown): never {
  if (!isStopped(error)) throw error;
  throw new AppError("unavailable", "This search took too long and was stopped. Add a word that is rarer.");
}

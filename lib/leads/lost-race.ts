import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { lastSentence } from "#lib/log/history";

/** What whoever saw an older version of a lead is told. */
export async function lostRace(ctx: Ctx, tx: Tx, lead: { id: string; version: number }): Promise<AppError> {
  const first = (await lastSentence(ctx, tx, lead.id, "this lead")) ?? "This lead has changed.";
  return new AppError("conflict", `${first} Your change was not counted; look at it again.`, {
    version: lead.version,
  });
}

"use server";

import { moveSource } from "#lib/series/move-source";
import { renameSeries } from "#lib/series/rename-series";
import type { MoveSource, RenameSeries } from "#lib/series/schema";
import { actionDoor, inputOf, type Outcome } from "#lib/web/door";

export async function rename(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  const { version, ...rest } = inputOf<RenameSeries>(form);
  return actionDoor(renameSeries, { ...rest, version: Number(version) });
}

/** An empty name takes the meeting out of its series. */
export async function move(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  const { sourceId, from, to } = inputOf<MoveSource>(form);
  const name = typeof to === "string" && to.trim() === "" ? null : to;
  return actionDoor(moveSource, { sourceId, from: from || null, to: name });
}

"use server";

import { writeDigestNow } from "#lib/digests/write-now";
import { postUpdate } from "#lib/standups/post-update";
import type { OfTeam, PostUpdate } from "#lib/standups/schema";
import { actionDoor } from "#lib/web/door";

export async function post(update: PostUpdate) {
  return actionDoor((ctx, input: PostUpdate) => postUpdate(ctx, input, "page"), update);
}

export async function writeNow(team: OfTeam) {
  return actionDoor(writeDigestNow, team);
}

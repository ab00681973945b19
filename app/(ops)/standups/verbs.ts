"use server";

import { writeDigestNow } from "#lib/digests/write-now";
import { postTeamUpdate } from "#lib/standups/post-team-update";
import { postUpdate } from "#lib/standups/post-update";
import type { DigestNow, PostTeamUpdate, PostUpdate } from "#lib/standups/schema";
import { actionDoor } from "#lib/web/door";

export async function post(update: PostUpdate) {
  return actionDoor((ctx, input: PostUpdate) => postUpdate(ctx, input, "page"), update);
}

export async function postForTeam(update: PostTeamUpdate) {
  return actionDoor((ctx, input: PostTeamUpdate) => postTeamUpdate(ctx, input, "paste"), update);
}

export async function writeNow(digest: DigestNow) {
  return actionDoor(writeDigestNow, digest);
}

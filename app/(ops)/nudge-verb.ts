"use server";

import { nudge } from "#lib/attention/nudge";
import type { Nudge } from "#lib/attention/schema";
import { actionDoor, type Outcome } from "#lib/web/door";

export async function nudgeAction(input: Nudge): Promise<Outcome<unknown>> {
  return actionDoor(nudge, input);
}

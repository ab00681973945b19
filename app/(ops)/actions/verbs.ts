"use server";

import { cancelAction } from "#lib/actions/cancel-action";
import type { ActionRow } from "#lib/actions/change-action";
import { completeAction } from "#lib/actions/complete-action";
import { reassignAction } from "#lib/actions/reassign-action";
import { redateAction } from "#lib/actions/redate-action";
import { reopenAction } from "#lib/actions/reopen-action";
import type {
  CancelAction,
  CompleteAction,
  ReassignAction,
  RedateAction,
  ReopenAction,
} from "#lib/actions/schema";
import type { UserCtx } from "#lib/events/context";
import { actionDoor, type Outcome } from "#lib/web/door";

type Answer = Promise<Outcome<{ version: number }>>;

export async function complete(input: CompleteAction): Answer {
  return changed(completeAction, input);
}

export async function reopen(input: ReopenAction): Answer {
  return changed(reopenAction, input);
}

export async function reassign(input: ReassignAction): Answer {
  return changed(reassignAction, input);
}

export async function redate(input: RedateAction): Answer {
  return changed(redateAction, input);
}

export async function cancel(input: CancelAction): Answer {
  return changed(cancelAction, input);
}

/** Only the version goes back: the page is drawn again with the row as its reader may see it. */
async function changed<I>(verb: (ctx: UserCtx, input: I) => Promise<ActionRow>, input: I): Answer {
  return actionDoor(async (ctx, given: I) => ({ version: (await verb(ctx, given)).version }), input);
}

"use server";

import { cancelAction } from "#lib/actions/cancel-action";
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
import { changeDoor, type Outcome } from "#lib/web/door";

type Answer = Promise<Outcome<{ version: number }>>;

export async function complete(input: CompleteAction): Answer {
  return changeDoor(completeAction, input);
}

export async function reopen(input: ReopenAction): Answer {
  return changeDoor(reopenAction, input);
}

export async function reassign(input: ReassignAction): Answer {
  return changeDoor(reassignAction, input);
}

export async function redate(input: RedateAction): Answer {
  return changeDoor(redateAction, input);
}

export async function cancel(input: CancelAction): Answer {
  return changeDoor(cancelAction, input);
}

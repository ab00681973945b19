"use server";

import { acceptBlocker } from "#lib/blockers/accept-blocker";
import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { dismissBlocker } from "#lib/blockers/dismiss-blocker";
import { nameWaitedFor } from "#lib/blockers/name-waited-for";
import { ownBlocker } from "#lib/blockers/own-blocker";
import { reopenBlocker } from "#lib/blockers/reopen-blocker";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";
import { rewordBlocker } from "#lib/blockers/reword-blocker";
import type {
  AcceptBlocker,
  ConfirmBlocker,
  DismissBlocker,
  NameWaitedFor,
  OwnBlocker,
  ReopenBlocker,
  ResolveBlocker,
  RewordBlocker,
} from "#lib/blockers/schema";
import { changeDoor, type Outcome } from "#lib/web/door";

type Answer = Promise<Outcome<{ version: number }>>;

export async function confirm(input: ConfirmBlocker): Answer {
  return changeDoor(confirmBlocker, input);
}

export async function own(input: OwnBlocker): Answer {
  return changeDoor(ownBlocker, input);
}

export async function resolve(input: ResolveBlocker): Answer {
  return changeDoor(resolveBlocker, input);
}

export async function accept(input: AcceptBlocker): Answer {
  return changeDoor(acceptBlocker, input);
}

export async function dismiss(input: DismissBlocker): Answer {
  return changeDoor(dismissBlocker, input);
}

export async function reopen(input: ReopenBlocker): Answer {
  return changeDoor(reopenBlocker, input);
}

export async function reword(input: RewordBlocker): Answer {
  return changeDoor(rewordBlocker, input);
}

export async function waitFor(input: NameWaitedFor): Answer {
  return changeDoor(nameWaitedFor, input);
}

"use server";

import { acceptBlocker } from "#lib/blockers/accept-blocker";
import type { BlockerRow } from "#lib/blockers/change-blocker";
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
import type { UserCtx } from "#lib/events/context";
import { actionDoor, type Outcome } from "#lib/web/door";

type Answer = Promise<Outcome<{ version: number }>>;

export async function confirm(input: ConfirmBlocker): Answer {
  return changed(confirmBlocker, input);
}

export async function own(input: OwnBlocker): Answer {
  return changed(ownBlocker, input);
}

export async function resolve(input: ResolveBlocker): Answer {
  return changed(resolveBlocker, input);
}

export async function accept(input: AcceptBlocker): Answer {
  return changed(acceptBlocker, input);
}

export async function dismiss(input: DismissBlocker): Answer {
  return changed(dismissBlocker, input);
}

export async function reopen(input: ReopenBlocker): Answer {
  return changed(reopenBlocker, input);
}

export async function reword(input: RewordBlocker): Answer {
  return changed(rewordBlocker, input);
}

export async function waitFor(input: NameWaitedFor): Answer {
  return changed(nameWaitedFor, input);
}

/** Only the version goes back: the page is drawn again with the row as its reader may see it. */
async function changed<I>(verb: (ctx: UserCtx, input: I) => Promise<BlockerRow>, input: I): Answer {
  return actionDoor(async (ctx, given: I) => ({ version: (await verb(ctx, given)).version }), input);
}

"use server";

import type { KeptQueueFilter } from "#lib/drafts/view";
import { dropFilter as drop, keepFilter as keep, renameFilter as rename } from "#lib/filters/keep-filter";
import type { DropFilter, KeepFilter, RenameFilter } from "#lib/filters/schema";
import { actionDoor, type Outcome } from "#lib/web/door";

export async function keepFilter(input: KeepFilter): Promise<Outcome<KeptQueueFilter>> {
  return actionDoor(keep, input);
}

export async function renameFilter(input: RenameFilter): Promise<Outcome<void>> {
  return actionDoor(rename, input);
}

export async function dropFilter(input: DropFilter): Promise<Outcome<void>> {
  return actionDoor(drop, input);
}

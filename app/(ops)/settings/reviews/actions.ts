"use server";

import { changeReasons } from "#lib/reasons/change-reasons";
import type { ChangeReasons } from "#lib/reasons/schema";
import { actionDoor, type Outcome } from "#lib/web/door";

export async function changeReasonsAction(input: ChangeReasons): Promise<Outcome<{ version: number }>> {
  return actionDoor(changeReasons, input);
}

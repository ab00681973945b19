"use server";

import { changePassword } from "#lib/users/change-password";
import type { ChangePassword } from "#lib/users/schema";
import { actionDoor, inputOf, type Outcome } from "#lib/web/door";
import { currentSession } from "#lib/web/session";

export async function changePasswordAction(
  _: Outcome<unknown> | null,
  form: FormData,
): Promise<Outcome<unknown>> {
  const session = await currentSession();
  return actionDoor(changePassword, { ...inputOf<ChangePassword>(form), sessionId: session?.id ?? "" });
}

"use server";

import { revokeSession } from "#lib/sessions/revoke-session";
import { actionDoor, type Outcome } from "#lib/web/door";

export async function revokeSessionAction(sessionId: string): Promise<Outcome<unknown>> {
  return actionDoor(revokeSession, { sessionId });
}

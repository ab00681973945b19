"use server";

import { sendTestMail } from "#lib/mails/send-test-mail";
import { actionDoor, type Outcome } from "#lib/web/door";

export async function sendTestMailAction(): Promise<Outcome<unknown>> {
  return actionDoor(sendTestMail, undefined);
}

"use server";

import { endAbsence } from "#lib/calendar/end-absence";
import { recordAbsence } from "#lib/calendar/record-absence";
import type { RecordAbsence } from "#lib/calendar/schema";
import { actionDoor, inputOf, type Outcome } from "#lib/web/door";

export async function recordAbsenceAction(
  _: Outcome<unknown> | null,
  form: FormData,
): Promise<Outcome<unknown>> {
  return actionDoor(recordAbsence, inputOf<RecordAbsence>(form));
}

export async function endAbsenceAction(absenceId: string): Promise<Outcome<unknown>> {
  return actionDoor(endAbsence, { absenceId });
}

"use server";

import { importHolidays } from "#lib/calendar/import-holidays";
import { removeHoliday } from "#lib/calendar/remove-holiday";
import { actionDoor, formOf, type Outcome } from "#lib/web/door";

export async function importHolidaysAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  return actionDoor(importHolidays, {
    text: String(form.get("text") ?? ""),
    timeZones: form.getAll("timeZones").map(String),
  });
}

export async function removeHolidayAction(holidayId: string): Promise<Outcome<unknown>> {
  return actionDoor(removeHoliday, { holidayId });
}

"use server";

import { changeNoticeSettings } from "#lib/notices/change-settings";
import type { ChangeNoticeSettings } from "#lib/notices/schema";
import { actionDoor, formOf, type Outcome } from "#lib/web/door";

export async function changeNoticesAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const text = (name: string) => String(form.get(name) ?? "");
  return actionDoor(changeNoticeSettings, {
    mail: form.getAll("mail").map(String) as ChangeNoticeSettings["mail"],
    quiet: form.has("quiet") ? { from: text("from"), until: text("until") } : null,
  });
}

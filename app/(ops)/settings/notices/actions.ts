"use server";

import { makeFeed, type NewFeed } from "#lib/feeds/make-feed";
import { revokeFeed } from "#lib/feeds/revoke-feed";
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

export async function makeFeedAction(_: Outcome<unknown> | null, _form: FormData): Promise<Outcome<NewFeed>> {
  return actionDoor(makeFeed, undefined);
}

export async function revokeFeedAction(): Promise<Outcome<unknown>> {
  return actionDoor(revokeFeed, undefined);
}

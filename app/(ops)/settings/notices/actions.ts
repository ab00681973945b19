"use server";

import { giveBriefApproval } from "#lib/briefing/give-brief-approval";
import { revokeBriefApproval } from "#lib/briefing/revoke-brief-approval";
import { changeBrief } from "#lib/briefs/change-brief";
import type { BriefApprovalOf, BriefOutlet } from "#lib/briefs/schema";
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

export async function changeBriefAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const text = (name: string) => String(form.get(name) ?? "");
  const [hours = "", minutes = ""] = text("writeAt").split(":");
  return actionDoor(changeBrief, {
    active: form.has("active"),
    weekday: Number(text("weekday")),
    writeAt: Number(hours || Number.NaN) * 60 + Number(minutes || Number.NaN),
    byMail: form.has("byMail"),
    slackChannelId: text("slackChannelId") || null,
    version: Number(text("version")),
  });
}

export async function giveBriefApprovalAction(outlet: BriefOutlet) {
  return actionDoor(giveBriefApproval, outlet);
}

export async function revokeBriefApprovalAction(approval: BriefApprovalOf) {
  return actionDoor(revokeBriefApproval, approval);
}

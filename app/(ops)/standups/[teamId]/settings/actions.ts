"use server";

import { giveStandingApproval } from "#lib/digests/give-standing-approval";
import { revokeStandingApproval } from "#lib/digests/revoke-standing-approval";
import { changeStandup } from "#lib/standups/change-standup";
import type { ChangeStandup, OutletOf, StandingApprovalOf } from "#lib/standups/schema";
import { actionDoor, formOf, type Outcome } from "#lib/web/door";

export async function changeStandupAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const text = (name: string) => String(form.get(name) ?? "");
  return actionDoor(changeStandup, {
    teamId: text("teamId"),
    active: form.has("active"),
    days: form.getAll("days").map(Number),
    timeZone: text("timeZone"),
    digestAt: minutesOf(text("digestAt")) ?? Number.NaN,
    remindAt: minutesOf(text("remindAt")),
    visibility: text("visibility") as ChangeStandup["visibility"],
    slackChannelId: text("slackChannelId") || null,
    mailTeam: form.has("mailTeam"),
    version: Number(text("version")),
  });
}

export async function give(outlet: OutletOf) {
  return actionDoor(giveStandingApproval, outlet);
}

export async function revoke(approval: StandingApprovalOf) {
  return actionDoor(revokeStandingApproval, approval);
}

/** "09:05" as minutes after midnight; null of what is no time. */
function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : null;
}

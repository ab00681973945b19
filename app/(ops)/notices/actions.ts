"use server";

import { markNoticesRead } from "#lib/notices/mark-read";
import { actionDoor, type Outcome } from "#lib/web/door";

export async function markReadAction(noticeId: string): Promise<Outcome<unknown>> {
  return actionDoor(markNoticesRead, { noticeId });
}

export async function markAllReadAction(until: string): Promise<Outcome<unknown>> {
  return actionDoor(markNoticesRead, { until });
}

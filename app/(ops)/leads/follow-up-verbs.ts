"use server";

import { changeCadence } from "#lib/cadence/change-cadence";
import { draftNow as draftFollowUpNow } from "#lib/cadence/draft-now";
import { endCadence } from "#lib/cadence/end-cadence";
import { startCadence } from "#lib/cadence/start-cadence";
import { actionDoor, type Outcome } from "#lib/web/door";

export async function draftNow(leadId: string): Promise<Outcome<{ runId: string }>> {
  return actionDoor(draftFollowUpNow, { leadId });
}

export async function start(leadId: string, days: number[]): Promise<Outcome<void>> {
  return actionDoor(startCadence, { leadId, days });
}

export async function change(leadId: string, version: number, days: number[]): Promise<Outcome<void>> {
  return actionDoor(changeCadence, { leadId, version, days });
}

export async function end(leadId: string, version: number): Promise<Outcome<void>> {
  return actionDoor(endCadence, { leadId, version });
}

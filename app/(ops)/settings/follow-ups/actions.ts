"use server";

import { daysOf } from "#lib/format/day-list";
import { changeOutreach } from "#lib/outreach/change-outreach";
import { changeVoice } from "#lib/outreach/change-voice";
import { actionDoor, formOf, type Outcome } from "#lib/web/door";

export async function changeOutreachAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const text = (name: string) => String(form.get(name) ?? "");
  const number = (name: string) => Number(text(name));
  return actionDoor(changeOutreach, {
    businessName: text("businessName"),
    mailingAddress: text("mailingAddress"),
    contact: text("contact"),
    // What is no list of days is refused by the verb, as an empty one is.
    cadenceDays: daysOf(text("cadenceDays")) ?? [],
    quietDays: number("quietDays"),
    dailyCap: number("dailyCap"),
    hourlyLimit: number("hourlyLimit"),
    undoSeconds: number("undoSeconds"),
    version: number("version"),
  });
}

export async function changeVoiceAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const text = (name: string) => String(form.get(name) ?? "");
  return actionDoor(changeVoice, {
    signature: text("signature"),
    tone: text("tone"),
    version: Number(text("version")),
  });
}

"use server";

import { setRetention } from "#lib/custody/retention";
import type { SetRetention } from "#lib/custody/schema";
import { actionDoor, formOf, inputOf, type Outcome } from "#lib/web/door";
import { changeCompany } from "#lib/workspace/change-company";
import { requireSecondFactor } from "#lib/workspace/require-second-factor";
import type { ChangeCompany } from "#lib/workspace/schema";

type Before = Outcome<unknown> | null;

export async function changeCompanyAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor(changeCompany, inputOf<ChangeCompany>(form));
}

/** "" as days means for ever; without `going` nobody was told of sources that go at once. */
export async function setRetentionAction(_: Before, sent: FormData): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const days = form.get("days");
  return actionDoor(setRetention, {
    ...inputOf<SetRetention>(form),
    days: days ? Number(days) : null,
    going: Number(form.get("going")),
  });
}

export async function requireSecondFactorAction(required: boolean): Promise<Outcome<unknown>> {
  return actionDoor(requireSecondFactor, { required });
}

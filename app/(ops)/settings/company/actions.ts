"use server";

import { actionDoor, inputOf, type Outcome } from "#lib/web/door";
import { changeCompany } from "#lib/workspace/change-company";
import type { ChangeCompany } from "#lib/workspace/schema";

export async function changeCompanyAction(
  _: Outcome<unknown> | null,
  form: FormData,
): Promise<Outcome<unknown>> {
  return actionDoor(changeCompany, inputOf<ChangeCompany>(form));
}

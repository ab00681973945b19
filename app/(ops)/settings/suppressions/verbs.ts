"use server";

import { liftSuppression } from "#lib/consent/lift-suppression";
import type { LiftSuppression, SuppressAddress } from "#lib/consent/schema";
import { suppressAddress } from "#lib/consent/suppress-address";
import { actionDoor, inputOf, type Outcome } from "#lib/web/door";

export async function suppress(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor(suppressAddress, inputOf<SuppressAddress>(form));
}

export async function lift(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor(liftSuppression, inputOf<LiftSuppression>(form));
}

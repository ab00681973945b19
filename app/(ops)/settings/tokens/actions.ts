"use server";

import { createToken, type NewToken } from "#lib/tokens/create-token";
import { revokeToken } from "#lib/tokens/revoke-token";
import type { CreateToken } from "#lib/tokens/schema";
import { actionDoor, formOf, inputOf, type Outcome } from "#lib/web/door";

export async function createTokenAction(
  _: Outcome<unknown> | null,
  form: FormData,
): Promise<Outcome<NewToken>> {
  const scopes = formOf(form).getAll("scopes");
  return actionDoor(createToken, { ...inputOf<CreateToken>(form), scopes } as CreateToken);
}

export async function revokeTokenAction(tokenId: string): Promise<Outcome<unknown>> {
  return actionDoor(revokeToken, { tokenId });
}

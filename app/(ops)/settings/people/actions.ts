"use server";

import type { UserCtx } from "#lib/events/context";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import type { DeactivatePerson } from "#lib/offboarding/schema";
import { removeSecondFactor } from "#lib/second-factor/remove-second-factor";
import { addPerson } from "#lib/users/add-person";
import { changePerson } from "#lib/users/change-person";
import { changeRole } from "#lib/users/change-role";
import { invitePerson, type NewInvitation } from "#lib/users/invite-person";
import { type MailedInvitation, mailInvitation } from "#lib/users/mail-invitation";
import { reactivatePerson } from "#lib/users/reactivate-person";
import { redactPerson } from "#lib/users/redact-person";
import { releaseIdentity } from "#lib/users/release-identity";
import { resetPassword } from "#lib/users/reset-password";
import { revokeInvitation } from "#lib/users/revoke-invitation";
import type { AddPerson, ChangePerson, ChangeRole, InvitePerson } from "#lib/users/schema";
import { actionDoor, formOf, inputOf, type Outcome } from "#lib/web/door";

type Before = Outcome<unknown> | null;
type Chosen = DeactivatePerson["takeOver"];

/** Answers with the invitation's link, where one was asked for; it is shown this once, or mailed and not shown. */
export async function addOrInviteAction(_: Before, sent: FormData): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const { name, email, role } = inputOf<{ name: string; email: string; role: AddPerson["role"] }>(form);
  if (form.has("invites")) return actionDoor(inviterOf(form), { name, email, role });
  return actionDoor(addPerson, { name, email: email || null, role });
}

/** Answers with the link, which is shown this once, or mailed and not shown. */
export async function invitePersonAction(_: Before, sent: FormData): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  return actionDoor(inviterOf(form), inputOf<InvitePerson>(form));
}

export async function changePersonAction(_: Before, sent: FormData): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const { email, ...input } = inputOf<ChangePerson>(form);
  return actionDoor(changePerson, {
    ...input,
    ...(form.has("email") && { email: email || null }),
    ...(form.has("aliases") && { aliases: listOf(form.get("aliases")) }),
    ...(form.has("handles") && { handles: listOf(form.get("handles")) }),
    workingDays: form.getAll("workingDays").map(Number),
  });
}

export async function changeRoleAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor(changeRole, inputOf<ChangeRole>(form));
}

export async function resetPasswordAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor(resetPassword, inputOf<{ userId: string }>(form));
}

export async function revokeInvitationAction(linkId: string): Promise<Outcome<unknown>> {
  return actionDoor(revokeInvitation, { linkId });
}

/** Answers with what changed hands. */
export async function deactivatePersonAction(
  userId: string,
  _: Before,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const chosen = [...formOf(sent)].filter(([, id]) => id !== "");
  return actionDoor(deactivatePerson, { userId, takeOver: Object.fromEntries(chosen) as Chosen });
}

export async function removeSecondFactorAction(userId: string): Promise<Outcome<unknown>> {
  return actionDoor(removeSecondFactor, { userId });
}

export async function releaseIdentityAction(userId: string, issuer: string): Promise<Outcome<unknown>> {
  return actionDoor(releaseIdentity, { userId, issuer });
}

export async function redactPersonAction(userId: string): Promise<Outcome<unknown>> {
  return actionDoor(redactPerson, { userId });
}

export async function reactivatePersonAction(userId: string): Promise<Outcome<unknown>> {
  return actionDoor(reactivatePerson, { userId });
}

type Inviter = (ctx: UserCtx, input: InvitePerson) => Promise<NewInvitation | MailedInvitation>;

function inviterOf(form: FormData): Inviter {
  return form.has("mails") ? mailInvitation : invitePerson;
}

function listOf(field: FormDataEntryValue | null): string[] {
  return String(field ?? "").split(/[,\n]/);
}

import { users } from "#drizzle/schema/schema";
import type { Role } from "#drizzle/schema/users";
import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, COMPANY, PASSWORD, type Stage } from "#e2e/support/cast";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { acceptInvitation } from "#lib/users/accept-invitation";
import { addPerson } from "#lib/users/add-person";
import { changePassword } from "#lib/users/change-password";
import { changePerson } from "#lib/users/change-person";
import { changeRole } from "#lib/users/change-role";
import { invitePerson } from "#lib/users/invite-person";
import { reactivatePerson } from "#lib/users/reactivate-person";
import { redactPerson } from "#lib/users/redact-person";
import { resetPassword } from "#lib/users/reset-password";
import { revokeInvitation } from "#lib/users/revoke-invitation";

const NEWCOMER = { name: "Kavya Rao", email: "kavya@larkfield.example" };
const ADDRESS = { email: "another@larkfield.example" };
const NEW_PASSWORD = "a-quite-new-passphrase";

/** By the name of the verb; what follows a colon tells its cases apart. */
export const PEOPLE_VERBS: Record<string, WorkspaceRow> = {
  "addPerson: as member": {
    act: (ctx) => addPerson(ctx, { ...NEWCOMER, role: "member" }),
    answers: only(["admin", "leader"]),
  },
  "addPerson: as leader": {
    act: (ctx) => addPerson(ctx, { ...NEWCOMER, role: "leader" }),
    answers: only(["admin"]),
  },
  "invitePerson: as viewer": {
    act: (ctx) => invitePerson(ctx, { ...NEWCOMER, role: "viewer" }),
    answers: only(["admin", "leader"]),
  },
  "invitePerson: as admin": {
    act: (ctx) => invitePerson(ctx, { ...NEWCOMER, role: "admin" }),
    answers: only(["admin"]),
  },
  "invitePerson: a member who is on the roster": {
    act: (ctx) => invitePerson(ctx, { userId: CAST.chidi.id }),
    answers: only(["admin", "leader"]),
  },
  "invitePerson: a leader who is on the roster": {
    prepare: (stage) => unjoined(stage, "leader"),
    act: (ctx, userId) => invitePerson(ctx, { userId }),
    answers: only(["admin"]),
  },
  "revokeInvitation: of a member": {
    prepare: async (stage) => (await invitation(stage, "member")).linkId,
    act: (ctx, linkId) => revokeInvitation(ctx, { linkId }),
    answers: only(["admin", "leader"], "gone"),
  },
  "revokeInvitation: of a leader": {
    prepare: async (stage) => (await invitation(stage, "leader")).linkId,
    act: (ctx, linkId) => revokeInvitation(ctx, { linkId }),
    answers: only(["admin"], "gone"),
  },
  "acceptInvitation: with its link": {
    prepare: async (stage) => (await invitation(stage, "member")).token,
    act: (ctx, token) => acceptInvitation(ctx, { token, name: NEWCOMER.name, password: NEW_PASSWORD }),
    answers: all("yes"),
  },
  "acceptInvitation: with another link": {
    act: (ctx) => acceptInvitation(ctx, { token: "made-up", name: "Kavya Rao", password: NEW_PASSWORD }),
    answers: all("gone"),
  },
  "changePerson: their own entry": {
    act: (ctx) => changePerson(ctx, { userId: ctx.actor.id, timeZone: "Europe/Lisbon" }),
    answers: all("yes"),
  },
  "changePerson: what they are called": {
    act: (ctx) => changePerson(ctx, { userId: ctx.actor.id, aliases: ["Someone"] }),
    answers: only(["admin"]),
  },
  "changePerson: somebody else": {
    act: (ctx) => changePerson(ctx, { userId: CAST.chidi.id, aliases: ["Someone"] }),
    answers: only(["admin", "leader"]),
  },
  "changePerson: their own e-mail": {
    act: (ctx) => changePerson(ctx, { userId: ctx.actor.id, ...ADDRESS, current: PASSWORD }),
    answers: only(["admin"]),
  },
  "changePerson: somebody else’s e-mail": {
    act: (ctx) => changePerson(ctx, { userId: CAST.chidi.id, ...ADDRESS, current: PASSWORD }),
    answers: only(["admin"]),
  },
  "changePerson: an e-mail without their own password": {
    act: (ctx) => changePerson(ctx, { userId: CAST.chidi.id, ...ADDRESS, current: "guessed" }),
    answers: { ...all("forbidden"), admin: "invalid" },
  },
  "changeRole: somebody else’s": {
    act: (ctx) => changeRole(ctx, { userId: CAST.chidi.id, role: "leader" }),
    answers: only(["admin"]),
  },
  "changeRole: their own": {
    prepare: secondAdmin,
    act: (ctx) => changeRole(ctx, { userId: ctx.actor.id, role: "leader" }),
    answers: only(["admin"]),
  },
  "changeRole: the last admin’s": {
    act: (ctx) => changeRole(ctx, { userId: CAST.ines.id, role: "member" }),
    answers: { ...all("forbidden"), admin: "conflict" },
  },
  "redactPerson: somebody else": {
    act: (ctx) => redactPerson(ctx, { userId: CAST.chidi.id }),
    answers: only(["admin"]),
  },
  "redactPerson: themselves": {
    act: (ctx) => redactPerson(ctx, { userId: ctx.actor.id }),
    answers: only(["admin"]),
  },
  "deactivatePerson: somebody else": {
    act: (ctx) => deactivatePerson(ctx, { userId: CAST.chidi.id }),
    answers: only(["admin"]),
  },
  "deactivatePerson: themselves": {
    prepare: secondAdmin,
    act: (ctx) => deactivatePerson(ctx, { userId: ctx.actor.id }),
    answers: only(["admin"]),
  },
  "deactivatePerson: the last admin": {
    act: (ctx) => deactivatePerson(ctx, { userId: CAST.ines.id }),
    answers: { ...all("forbidden"), admin: "conflict" },
  },
  reactivatePerson: {
    prepare: async (stage) => {
      await deactivatePerson(stage.as("ines"), { userId: CAST.chidi.id });
      return CAST.chidi.id;
    },
    act: (ctx, userId) => reactivatePerson(ctx, { userId }),
    answers: only(["admin"]),
  },
  "resetPassword: somebody’s": {
    prepare: secondAdmin,
    act: (ctx, userId) => resetPassword(ctx, { userId }),
    answers: only(["admin"]),
  },
  "resetPassword: the last admin’s": {
    act: (ctx) => resetPassword(ctx, { userId: CAST.ines.id }),
    answers: { ...all("forbidden"), admin: "conflict" },
  },
  "changePassword: knowing it": {
    act: (ctx) => changePassword(ctx, { current: PASSWORD, next: NEW_PASSWORD, sessionId: "ses_this" }),
    answers: all("yes"),
  },
  "changePassword: not knowing it": {
    act: (ctx) => changePassword(ctx, { current: "guessed", next: NEW_PASSWORD, sessionId: "ses_this" }),
    answers: all("invalid"),
  },
};

/** Invites somebody new and returns the link as it was shown. */
export async function invitation(stage: Stage, role: Role) {
  return invitePerson(stage.as("ines"), { ...NEWCOMER, role });
}

async function unjoined(stage: Stage, role: Role): Promise<string> {
  return (await addPerson(stage.as("ines"), { ...NEWCOMER, role })).userId;
}

async function secondAdmin(stage: Stage): Promise<string> {
  const id = "usr_grace";
  const passwordHash = "of no password";
  const rest = { role: "admin", timeZone: COMPANY.timeZone, createdAt: stage.clock.now() } as const;
  await stage.store.raw.insert(users).values({ id, name: "Grace Liu", passwordHash, ...rest });
  return id;
}

import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, users } from "#drizzle/schema/schema";
import { CAST, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { openSession } from "#e2e/support/open-session";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { findLiveSession } from "#lib/sessions/queries";
import { acceptInvitation, readInvitation } from "#lib/users/accept-invitation";
import { changePassword } from "#lib/users/change-password";
import { changeRole } from "#lib/users/change-role";
import { choosePassword } from "#lib/users/choose-password";
import { invitePerson } from "#lib/users/invite-person";
import { getPerson, listInvitations, listPeople } from "#lib/users/queries";
import { resetPassword } from "#lib/users/reset-password";
import { revokeInvitation } from "#lib/users/revoke-invitation";

const CHOSEN = "trout lantern forty-eight";
const KAVYA = { name: "Kavya Rao", email: "kavya@larkfield.example", role: "member" } as const;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const lastEvent = async () =>
  (await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1))[0];
const accept = (token: string, name = "Kavya Rao") =>
  acceptInvitation(stage.system, { token, name, password: CHOSEN });
const visit = (email: string, password: string) =>
  openSession(stage.system, { email, password, address: null, userAgent: null });

describe("invitePerson", () => {
  it("puts somebody new on the roster and lets them in once", async () => {
    const { token, linkId, userId, expiresAt } = await invitePerson(stage.as("ada"), KAVYA);
    expect(await lastEvent()).toMatchObject({ kind: "user.invited", subjectId: userId, data: { linkId } });
    expect(await listInvitations(stage.as("ada"))).toEqual([{ linkId, userId, expiresAt }]);
    expect(await readInvitation(stage.system, token)).toEqual({ name: KAVYA.name, email: KAVYA.email });

    expect(await accept(token, "Kavya R. Rao")).toEqual({ email: KAVYA.email });
    expect(await lastEvent()).toMatchObject({ kind: "user.joined", subjectId: userId, data: { linkId } });
    expect(await getPerson(stage.system, userId)).toMatchObject({ name: "Kavya R. Rao", joined: true });
    await expect(visit(KAVYA.email, CHOSEN)).resolves.toMatchObject({ userId });
    await expect(accept(token)).rejects.toThrow("used already");
    expect(await listInvitations(stage.as("ada"))).toEqual([]);
  });

  it("invites who is on the roster already, with an e-mail address where there was none", async () => {
    await stage.store.raw.update(users).set({ email: null }).where(eq(users.id, CAST.chidi.id));
    const chidi = { userId: CAST.chidi.id };
    await expect(invitePerson(stage.as("ada"), chidi)).rejects.toMatchObject({ code: "invalid" });
    const { token } = await invitePerson(stage.as("ada"), { ...chidi, email: "Chidi@larkfield.example" });
    expect(await accept(token, CAST.chidi.name)).toEqual({ email: "chidi@larkfield.example" });
  });

  it("leaves whoever has joined to admins, also after their password was taken away", async () => {
    await resetPassword(stage.as("ines"), { userId: CAST.bo.id });
    const bo = { userId: CAST.bo.id };
    await expect(invitePerson(stage.as("ada"), bo)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = { ...bo, email: "ada.second@larkfield.example" };
    await expect(invitePerson(stage.as("ada"), elsewhere)).rejects.toMatchObject({ code: "forbidden" });
    expect(await listInvitations(stage.as("ada"))).toEqual([]);
    await expect(invitePerson(stage.as("ines"), bo)).resolves.toBeDefined();
  });

  it("changes no e-mail address that stands, which takes a password", async () => {
    const chidi = { userId: CAST.chidi.id, email: "somebody@larkfield.example" };
    for (const who of ["ada", "ines"] as const)
      await expect(invitePerson(stage.as(who), chidi)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getPerson(stage.system, CAST.chidi.id)).toMatchObject({ email: CAST.chidi.email });
  });

  it("lets leaders invite members and viewers, and nobody else anybody", async () => {
    const leader = { ...KAVYA, role: "leader" } as const;
    await expect(invitePerson(stage.as("ada"), leader)).rejects.toMatchObject({ code: "forbidden" });
    await expect(invitePerson(stage.as("ines"), leader)).resolves.toBeDefined();
    await expect(invitePerson(stage.as("bo"), { userId: CAST.chidi.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await listInvitations(stage.as("ada"))).toEqual([]);
    expect(await listInvitations(stage.as("ines"))).toHaveLength(1);
  });

  it("leaves nothing behind where the e-mail address is taken or the person has joined", async () => {
    const before = await listPeople(stage.as("ines"));
    const taken = invitePerson(stage.as("ines"), { ...KAVYA, email: CAST.bo.email });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
    const joined = invitePerson(stage.as("ines"), { userId: CAST.bo.id });
    await expect(joined).rejects.toThrow("Bo Tran joined already.");
    expect(await listPeople(stage.as("ines"))).toEqual(before);
    expect(await lastEvent()).toBeUndefined();
  });

  it("replaces an earlier link", async () => {
    const first = await invitePerson(stage.as("ines"), { userId: CAST.chidi.id });
    await invitePerson(stage.as("ines"), { userId: CAST.chidi.id });
    await expect(accept(first.token)).rejects.toThrow("replaced or withdrawn");
  });
});

describe("acceptInvitation", () => {
  it("lets one of two in who accept at once", async () => {
    const { token } = await invitePerson(stage.as("ines"), KAVYA);
    const both = await Promise.allSettled([accept(token), accept(token)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("stops after seven days, and for who was deactivated", async () => {
    const { token } = await invitePerson(stage.as("ines"), KAVYA);
    stage.clock.advance(7 * 24 * 60 * 60_000);
    await expect(accept(token)).rejects.toThrow("has expired");
    const second = await invitePerson(stage.as("ines"), { userId: CAST.chidi.id });
    await deactivatePerson(stage.as("ines"), { userId: CAST.chidi.id });
    await expect(accept(second.token)).rejects.toThrow("replaced or withdrawn");
  });

  it("leaves the link unused where the password is too weak", async () => {
    const { token } = await invitePerson(stage.as("ines"), KAVYA);
    const weak = acceptInvitation(stage.system, { token, name: KAVYA.name, password: "password12345" });
    await expect(weak).rejects.toThrow("common ones");
    await expect(accept(token)).resolves.toBeDefined();
  });
});

describe("revokeInvitation", () => {
  it("withdraws the link", async () => {
    const { token, linkId, userId } = await invitePerson(stage.as("ada"), KAVYA);
    await revokeInvitation(stage.as("ada"), { linkId });
    expect(await lastEvent()).toMatchObject({
      kind: "invitation.revoked",
      subjectId: linkId,
      data: { userId },
    });
    await expect(accept(token)).rejects.toThrow("replaced or withdrawn");
  });

  it("is hidden from who may not invite, and loses to the invited", async () => {
    const { token, linkId } = await invitePerson(stage.as("ines"), KAVYA);
    await expect(revokeInvitation(stage.as("bo"), { linkId })).rejects.toMatchObject({ code: "not_found" });
    await accept(token);
    await expect(revokeInvitation(stage.as("ines"), { linkId })).rejects.toMatchObject({ code: "conflict" });
  });

  it("happens when the invited gets another role, so that no leader's link makes an admin", async () => {
    const { token, userId, linkId } = await invitePerson(stage.as("ada"), KAVYA);
    await changeRole(stage.as("ines"), { userId, role: "admin" });
    expect(await lastEvent()).toMatchObject({ kind: "invitation.revoked", subjectId: linkId });
    await expect(accept(token)).rejects.toThrow("replaced or withdrawn");
  });
});

describe("resetPassword", () => {
  const bo = { userId: CAST.bo.id };

  it("ends the sessions, forgets the password and makes a link to choose a new one", async () => {
    const { sessionId } = await visit(CAST.bo.email, PASSWORD);
    const { token, linkId } = await resetPassword(stage.as("ines"), bo);
    expect(await lastEvent()).toMatchObject({ kind: "link.made", subjectId: linkId });
    expect(await listInvitations(stage.as("ines"))).toMatchObject([{ linkId, ...bo }]);
    expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
    await expect(visit(CAST.bo.email, PASSWORD)).rejects.toThrow("don’t match");
    await choosePassword(stage.system, { token, password: CHOSEN });
    await expect(visit(CAST.bo.email, CHOSEN)).resolves.toMatchObject(bo);
  });

  it("makes a link that can be withdrawn", async () => {
    const { token, linkId } = await resetPassword(stage.as("ines"), bo);
    await revokeInvitation(stage.as("ines"), { linkId });
    const late = choosePassword(stage.system, { token, password: CHOSEN });
    await expect(late).rejects.toThrow("replaced or withdrawn");
  });

  it("refuses leaders, the last admin, and who was slower", async () => {
    await expect(resetPassword(stage.as("ada"), bo)).rejects.toMatchObject({ code: "forbidden" });
    await expect(resetPassword(stage.as("ines"), { userId: CAST.ines.id })).rejects.toThrow("last admin");
    await resetPassword(stage.as("ines"), bo);
    await expect(resetPassword(stage.as("ines"), bo)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("changePassword", () => {
  it("takes the old password and ends all sessions, but for a new one in the same browser", async () => {
    const other = await visit(CAST.bo.email, PASSWORD);
    const { sessionId } = await visit(CAST.bo.email, PASSWORD);
    const renewed = await changePassword(stage.as("bo"), { current: PASSWORD, next: CHOSEN, sessionId });
    for (const old of [other.sessionId, sessionId])
      expect(await findLiveSession(stage.system, old)).toBeUndefined();
    expect(await findLiveSession(stage.system, renewed.sessionId)).toMatchObject({ userId: CAST.bo.id });
    await expect(visit(CAST.bo.email, CHOSEN)).resolves.toBeDefined();
    const changed = await stage.store.raw.select().from(events).where(eq(events.kind, "user.changed"));
    expect(changed).toMatchObject([{ subjectId: CAST.bo.id, data: { fields: ["password"] } }]);
  });

  it("counts wrong tries like sign-in does", async () => {
    const guess = () =>
      changePassword(stage.as("bo"), { current: "wrong", next: CHOSEN, sessionId: "ses_1" });
    for (let i = 0; i < 5; i++) await expect(guess()).rejects.toMatchObject({ code: "invalid" });
    await expect(guess()).rejects.toMatchObject({ code: "unavailable" });
  });

  it("changes once where two try at the same moment", async () => {
    const change = (next: string) =>
      changePassword(stage.as("bo"), { current: PASSWORD, next, sessionId: "ses_1" });
    const both = await Promise.allSettled([change(CHOSEN), change(`${CHOSEN} and more`)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

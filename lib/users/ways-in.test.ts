import { beforeEach, describe, expect, it } from "vitest";
import { CAST, type CastKey, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { signInWithProvider } from "#lib/sessions/sign-in-with-provider";
import { createToken } from "#lib/tokens/create-token";
import { findLiveToken } from "#lib/tokens/queries";
import { acceptInvitation } from "#lib/users/accept-invitation";
import { changePerson } from "#lib/users/change-person";
import { choosePassword } from "#lib/users/choose-password";
import { invitePerson } from "#lib/users/invite-person";
import { redactPerson } from "#lib/users/redact-person";
import { releaseIdentity } from "#lib/users/release-identity";
import { resetPassword } from "#lib/users/reset-password";

const CHOSEN = "trout lantern forty-eight";
const KAVYA = { name: "Kavya Rao", email: "kavya@elsewhere.example", role: "member" } as const;
const ISSUER = "https://login.larkfield.example";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const accept = (token: string, name: string = KAVYA.name) =>
  acceptInvitation(stage.system, { token, name, password: CHOSEN });
const comeByProvider = (email: string) =>
  signInWithProvider(stage.system, {
    issuer: ISSUER,
    subject: "0042",
    email,
    emailVerified: true,
    address: null,
    userAgent: null,
  });
const tokenOf = (key: CastKey) =>
  createToken(stage.as(key), { name: "CI", scopes: ["sources:read"], days: 30 });
const isLive = async ({ secret }: { secret: string }) =>
  (await findLiveToken(stage.system, secret)) !== undefined;

describe("an invitation", () => {
  it("that went to a wrong address opens nothing once the address is corrected", async () => {
    const { token, userId, linkId } = await invitePerson(stage.as("ines"), KAVYA);
    await changePerson(stage.as("ines"), { userId, email: "kavya@larkfield.example", current: PASSWORD });
    await expect(accept(token)).rejects.toMatchObject({ code: "conflict" });
    expect(await kindsOf(stage.store, linkId)).toEqual(["invitation.revoked"]);
  });

  it("opens nothing once its person came in with the provider", async () => {
    const { token } = await invitePerson(stage.as("ines"), KAVYA);
    await comeByProvider(KAVYA.email);
    await expect(accept(token)).rejects.toMatchObject({ code: "conflict" });
  });

  it("lets nobody in under a name that would make somebody else’s theirs", async () => {
    const { token } = await invitePerson(stage.as("ines"), KAVYA);
    await expect(accept(token, "Weiss Rao")).rejects.toThrow("“Weiss” stands for Dana Weiss already");
    await expect(accept(token, "Kim Weiss")).resolves.toBeDefined();
  });

  it("is accepted by its person, who can have taken out from where", async () => {
    const { token, userId } = await invitePerson(stage.as("ines"), KAVYA);
    const from = { door: "page", address: "198.51.100.7", device: "Firefox" } as const;
    await acceptInvitation({ ...stage.system, from }, { token, name: KAVYA.name, password: CHOSEN });
    expect(await redactPerson(stage.as("ines"), { userId })).toEqual({ places: 1 });
  });
});

describe("API tokens", () => {
  it("end when an admin takes the password away, and when a new one is chosen by link", async () => {
    const first = await tokenOf("bo");
    const { token } = await resetPassword(stage.as("ines"), { userId: CAST.bo.id });
    expect(await isLive(first)).toBe(false);
    const second = await tokenOf("bo");
    const others = await tokenOf("ada");
    await choosePassword(stage.system, { token, password: CHOSEN });
    expect([await isLive(second), await isLive(others)]).toEqual([false, true]);
  });

  it("end when an admin releases their person from an account at the provider", async () => {
    await comeByProvider(CAST.bo.email);
    const token = await tokenOf("bo");
    await releaseIdentity(stage.as("ines"), { userId: CAST.bo.id, issuer: ISSUER });
    expect(await isLive(token)).toBe(false);
  });
});

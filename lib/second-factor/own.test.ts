import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, recoveryCodes, secondFactors, users, workspace } from "#drizzle/schema/schema";
import { CAST, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { openSession } from "#e2e/support/open-session";
import { loserOf } from "#e2e/support/race";
import { challenged, codeAt, withFactor } from "#e2e/support/second-factor";
import type { UserCtx } from "#lib/events/context";
import { openVault } from "#lib/runtime/vault";
import { getSecondFactorOffer } from "#lib/second-factor/offer-second-factor";
import { passSecondStep } from "#lib/second-factor/pass-second-step";
import { getOwnSignIn, getSecondFactorOf } from "#lib/second-factor/queries";
import { removeSecondFactor } from "#lib/second-factor/remove-second-factor";
import { replaceRecoveryCodes } from "#lib/second-factor/replace-recovery-codes";
import { turnOffSecondFactor } from "#lib/second-factor/turn-off-second-factor";
import { turnOnSecondFactor } from "#lib/second-factor/turn-on-second-factor";
import { resealSecrets } from "#lib/secrets/reseal-secrets";
import { findLiveSession } from "#lib/sessions/queries";
import { requireSecondFactor } from "#lib/workspace/require-second-factor";

const PLACE = { address: null, userAgent: null };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const lastEvent = async (kind: string) =>
  (await stage.store.raw.select().from(events).where(eq(events.kind, kind)).orderBy(desc(events.seq)))[0];
const visit = () => openSession(stage.system, { email: CAST.bo.email, password: PASSWORD, ...PLACE });

describe("turnOnSecondFactor", () => {
  it("stores a sealed secret and ten hashed codes, and gives a new session for all the old ones", async () => {
    const [elsewhere, here] = [await visit(), await visit()];
    const { codes, secret, signedIn } = await withFactor(stage, "bo", here.sessionId);
    expect(new Set(codes).size).toBe(10);
    for (const [n, code] of codes.entries())
      expect(code).toMatch(new RegExp(`^${n}-[0-9a-z]{5}-[0-9a-z]{5}$`));
    const kept = JSON.stringify([
      await stage.store.raw.select().from(recoveryCodes),
      await stage.store.raw.select().from(secondFactors),
      await stage.store.raw.select().from(events),
    ]);
    for (const told of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(kept).not.toContain(told);
    for (const { sessionId } of [elsewhere, here])
      expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
    expect(await findLiveSession(stage.system, signedIn.sessionId)).toMatchObject({ userId: CAST.bo.id });
    expect(await lastEvent("second_factor.turned_on")).toMatchObject({ actorId: CAST.bo.id, data: {} });
    expect(await getOwnSignIn(stage.as("bo"))).toMatchObject({ hasPassword: true, codesLeft: 10 });
  });

  it.each([
    ["another's password", { current: "guessed" }, "invalid"],
    ["another code", { code: "000000" }, "invalid"],
  ])("refuses %s", async (_, wrong, code) => {
    const { offer, secret } = await getSecondFactorOffer(stage.as("bo"));
    const right = { offer, code: codeAt(secret, stage.clock.now()), current: PASSWORD, sessionId: "ses_1" };
    await expect(turnOnSecondFactor(stage.as("bo"), { ...right, ...wrong })).rejects.toMatchObject({ code });
    expect(await stage.store.raw.$count(secondFactors)).toBe(0);
  });

  it("is not for who has no password", async () => {
    await stage.store.raw.update(users).set({ passwordHash: null }).where(eq(users.id, CAST.bo.id));
    await expect(withFactor(stage, "bo")).rejects.toMatchObject({ code: "conflict" });
  });

  it("sets one of two up that are set up at once", async () => {
    const attempt = async () => {
      const { offer, secret } = await getSecondFactorOffer(stage.as("bo"));
      const input = { offer, code: codeAt(secret, stage.clock.now()), current: PASSWORD, sessionId: "ses_1" };
      return { ctx: stage.as("bo"), act: (ctx: UserCtx) => turnOnSecondFactor(ctx, input) };
    };
    expect(await loserOf(await attempt(), await attempt())).toMatchObject({ code: "conflict" });
  });
});

describe("turnOffSecondFactor", () => {
  it("takes the password and a code, and then the password alone signs in", async () => {
    const { code } = await withFactor(stage, "bo");
    const off = (input: object) =>
      turnOffSecondFactor(stage.as("bo"), { code: code(), current: PASSWORD, sessionId: "ses_1", ...input });
    await expect(off({ current: "guessed" })).rejects.toMatchObject({ code: "invalid" });
    await expect(off({ code: "000000" })).rejects.toMatchObject({ code: "invalid" });
    const { sessionId } = await off({});
    expect(await findLiveSession(stage.system, sessionId)).toBeDefined();
    expect(await stage.store.raw.$count(recoveryCodes)).toBe(0);
    expect(await lastEvent("second_factor.turned_off")).toMatchObject({ subjectId: CAST.bo.id });
    await expect(visit()).resolves.toBeDefined();
  });

  it("is refused where the company asks everybody for one", async () => {
    const { code } = await withFactor(stage, "bo");
    await requireSecondFactor(stage.as("ines"), { required: true });
    const off = turnOffSecondFactor(stage.as("bo"), { code: code(), current: PASSWORD, sessionId: "ses_1" });
    await expect(off).rejects.toMatchObject({ code: "conflict" });
    // What was refused has not used the code up.
    const { token } = await challenged(stage, CAST.bo.email);
    await expect(passSecondStep(stage.system, { token, code: code(), ...PLACE })).resolves.toBeDefined();
  });

  it("is done by one of two who send the same code", async () => {
    const { code } = await withFactor(stage, "bo");
    const off = {
      ctx: stage.as("bo"),
      act: (ctx: UserCtx) =>
        turnOffSecondFactor(ctx, { code: code(), current: PASSWORD, sessionId: "ses_1" }),
    };
    expect(await loserOf(off, off)).toMatchObject({ code: "invalid" });
  });
});

describe("removeSecondFactor", () => {
  it("is an admin's for others, ends their sessions, and is in the log", async () => {
    const { signedIn } = await withFactor(stage, "bo");
    expect(await getSecondFactorOf(stage.as("ines"), CAST.bo.id)).toMatchObject({
      since: expect.any(String),
    });
    await removeSecondFactor(stage.as("ines"), { userId: CAST.bo.id });
    expect(await findLiveSession(stage.system, signedIn.sessionId)).toBeUndefined();
    expect(await lastEvent("second_factor.removed")).toMatchObject({
      actorId: CAST.ines.id,
      subjectId: CAST.bo.id,
    });
    await expect(visit()).resolves.toBeDefined();
    await expect(removeSecondFactor(stage.as("ines"), { userId: CAST.bo.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is no way around one's own password and code", async () => {
    await withFactor(stage, "ines");
    await expect(removeSecondFactor(stage.as("ines"), { userId: CAST.ines.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("replaceRecoveryCodes", () => {
  it("makes ten others, and the old ones stop working", async () => {
    const { codes, code } = await withFactor(stage, "bo");
    const fresh = await replaceRecoveryCodes(stage.as("bo"), { code: codes[3] ?? "", current: PASSWORD });
    expect(await lastEvent("second_factor.codes_replaced")).toMatchObject({ subjectId: CAST.bo.id });
    const pass = async (typed: string) =>
      passSecondStep(stage.system, {
        token: (await challenged(stage, CAST.bo.email)).token,
        code: typed,
        ...PLACE,
      });
    await expect(pass(codes[0] ?? "")).rejects.toMatchObject({ code: "invalid" });
    await expect(pass(fresh.codes[0] ?? "")).resolves.toBeDefined();
    await expect(pass(code())).resolves.toBeDefined();
  });
});

describe("requireSecondFactor", () => {
  it("signs out whoever else has none, and nobody who has", async () => {
    const by = (email: string) => openSession(stage.system, { email, password: PASSWORD, ...PLACE });
    const begun = [
      await by(CAST.ada.email),
      (await withFactor(stage, "bo")).signedIn,
      await by(CAST.ines.email),
    ];
    await requireSecondFactor(stage.as("ines"), { required: true });
    const live = await Promise.all(begun.map(({ sessionId }) => findLiveSession(stage.system, sessionId)));
    expect(live.map((session) => session?.userId)).toEqual([undefined, CAST.bo.id, CAST.ines.id]);
  });

  it("is the company's rule, by admins, and changed by one of two at once", async () => {
    await requireSecondFactor(stage.as("ines"), { required: true });
    expect(await lastEvent("workspace.changed")).toMatchObject({ data: { fields: ["requireSecondFactor"] } });
    expect(await getOwnSignIn(stage.as("hugo"))).toMatchObject({ required: true });
    const lift = {
      ctx: stage.as("ines"),
      act: (ctx: UserCtx) => requireSecondFactor(ctx, { required: false }),
    };
    expect(await loserOf(lift, lift)).toMatchObject({ code: "conflict" });
    const [row] = await stage.store.raw.select().from(workspace);
    expect(row?.requireSecondFactor).toBe(false);
  });
});

describe("resealSecrets", () => {
  it("brings every secret under the newest key, in one event, and nothing where there is nothing to do", async () => {
    const { code } = await withFactor(stage, "bo");
    await withFactor(stage, "ada");
    const [old, next] = [Buffer.alloc(32, "larkfield"), Buffer.alloc(32, "next")];
    const both = { ...stage.system, vault: openVault(() => [next, old]) };
    expect(await resealSecrets(both)).toBe(2);
    expect(await lastEvent("vault.resealed")).toMatchObject({ actorKind: "system", data: { secrets: 2 } });
    expect(await resealSecrets(both)).toBe(0);
    const alone = { ...stage.system, vault: openVault(() => [next]) };
    const { token } = await challenged(stage, CAST.bo.email);
    await expect(passSecondStep(alone, { token, code: code(), ...PLACE })).resolves.toBeDefined();
    await expect(
      resealSecrets({ ...alone, vault: openVault(() => [Buffer.alloc(32, 7)]) }),
    ).rejects.toMatchObject({
      code: "unavailable",
    });
  });
});

import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  events,
  recoveryCodes,
  secondFactors,
  sessions,
  signInChallenges,
  throttles,
  users,
  workspace,
} from "#drizzle/schema/schema";
import { CAST, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { challenged, codeAt, type Factor, withFactor } from "#e2e/support/second-factor";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { getOfferAtSignIn } from "#lib/second-factor/offer-second-factor";
import { enrolAtSignIn, finishEnrolment, passSecondStep } from "#lib/second-factor/pass-second-step";
import { findLiveSession } from "#lib/sessions/queries";
import { signIn } from "#lib/sessions/sign-in";
import { resetPassword } from "#lib/users/reset-password";

const MINUTE = 60_000;
const PLACE = { address: "198.51.100.7", userAgent: null };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const begin = async () => (await challenged(stage, CAST.bo.email)).token;
const pass = (token: string, code: string, place = PLACE) =>
  passSecondStep(stage.system, { token, code, ...place });
const lastEvent = async () =>
  (await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1))[0];

describe("a sign-in of somebody with a second factor", () => {
  let factor: Factor;
  beforeEach(async () => {
    factor = await withFactor(stage, "bo");
  });

  it("starts no session for the password alone", async () => {
    const before = await stage.store.raw.$count(sessions);
    expect(await signIn(stage.system, { email: CAST.bo.email, password: PASSWORD, ...PLACE })).toEqual({
      step: "code",
      token: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await stage.store.raw.$count(sessions)).toBe(before);
    expect(await lastEvent()).toMatchObject({
      kind: "session.asked",
      actorId: CAST.bo.id,
      subjectId: CAST.bo.id,
      data: { step: "code" },
    });
  });

  it("starts one for a code, once, and keeps only a hash of the token", async () => {
    const token = await begin();
    expect(JSON.stringify(await stage.store.raw.select().from(signInChallenges))).not.toContain(token);
    const { sessionId } = await pass(token, factor.code());
    expect(await findLiveSession(stage.system, sessionId)).toMatchObject({ userId: CAST.bo.id });
    expect(await lastEvent()).toMatchObject({
      kind: "session.started",
      actorId: CAST.bo.id,
      data: { userId: CAST.bo.id, by: "code" },
    });
    stage.clock.advance(30_000);
    await expect(pass(token, factor.code())).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses a code that was used, one that is older, and the one that set the factor up", async () => {
    const used = factor.code();
    const older = codeAt(factor.secret, new Date(stage.clock.now().getTime() - 30_000));
    await expect(pass(await begin(), older)).rejects.toMatchObject({ code: "invalid" });
    await pass(await begin(), used);
    await expect(pass(await begin(), used)).rejects.toMatchObject({ code: "invalid" });
    stage.clock.advance(30_000);
    await expect(pass(await begin(), used)).rejects.toMatchObject({ code: "invalid" });
    await expect(pass(await begin(), factor.code())).resolves.toBeDefined();
  });

  it("lets one of two in who send the same code at once", async () => {
    const tokens = [await begin(), await begin()];
    const code = factor.code();
    const ends = await Promise.allSettled(tokens.map((token) => pass(token, code)));
    expect(ends.map((end) => end.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ends.find((end) => end.status === "rejected")?.reason).toMatchObject({ code: "invalid" });
  });

  it("lets one of two in who use the same challenge at once with different codes", async () => {
    const token = await begin();
    const codes = [factor.code(), factor.codes[0] ?? ""];
    const ends = await Promise.allSettled(codes.map((code) => pass(token, code)));
    expect(ends.map((end) => end.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stage.store.raw.$count(signInChallenges)).toBe(0);
  });

  it("takes a recovery code, however it is typed, once", async () => {
    const [first = "", second = ""] = factor.codes;
    await pass(await begin(), ` ${first.toUpperCase().replaceAll("-", " ")}`);
    expect(await lastEvent()).toMatchObject({ data: { by: "recovery_code" } });
    await expect(pass(await begin(), first)).rejects.toMatchObject({ code: "invalid" });
    await expect(pass(await begin(), second)).resolves.toBeDefined();
    const spent = (await stage.store.raw.select().from(recoveryCodes)).filter(({ usedAt }) => usedAt);
    expect(spent.map(({ position }) => position).sort()).toEqual([0, 1]);
  });

  it("answers every code that doesn't fit alike, and counts them like passwords", async () => {
    const used = factor.codes[9] ?? "";
    await pass(await begin(), used);
    const token = await begin();
    const wrong = ["000000", used, "7-aaaaa-bbbbb", "x", "9"];
    for (const [n, code] of wrong.entries())
      await expect(pass(token, code)).rejects.toThrow(
        `This code doesn’t fit, or was used already. ${["4 tries left.", "3 tries left.", "2 tries left.", "1 try left.", "That was the last try: sign-in opens again in 15 min."][n]}`,
      );
    await expect(pass(token, factor.code())).rejects.toMatchObject({ code: "unavailable" });
  });

  it("gives tries of the code back for a code alone, not for the password", async () => {
    for (let i = 0; i < 5; i++)
      await expect(pass(await begin(), "000000")).rejects.toMatchObject({ code: "invalid" });
    await expect(pass(await begin(), factor.code())).rejects.toMatchObject({ code: "unavailable" });
    stage.clock.advance(15 * MINUTE);
    await pass(await begin(), factor.code());
    const left = await stage.store.raw.select().from(throttles);
    expect(left.filter(({ key }) => key.startsWith("account:"))).toEqual([]);
  });

  it("counts wrong codes sent at the same moment", async () => {
    const token = await begin();
    const ends = await Promise.allSettled(Array.from({ length: 12 }, () => pass(token, "000000")));
    const codes = ends.map((end) => (end.status === "rejected" ? end.reason.code : "signed in"));
    expect(codes.filter((code) => code === "invalid")).toHaveLength(5);
    expect(codes.filter((code) => code === "unavailable")).toHaveLength(7);
  });

  it("is over after ten minutes, after a new password, and for who was deactivated", async () => {
    const over = { code: "conflict" };
    const late = await begin();
    stage.clock.advance(10 * MINUTE);
    await expect(pass(late, factor.code())).rejects.toMatchObject(over);
    const reset = await begin();
    await resetPassword(stage.as("ines"), { userId: CAST.bo.id });
    await expect(pass(reset, factor.code())).rejects.toMatchObject(over);
    await expect(pass("made-up", factor.code())).rejects.toMatchObject(over);
  });

  it("is over at once for who is deactivated", async () => {
    const token = await begin();
    await deactivatePerson(stage.as("ines"), { userId: CAST.bo.id });
    await expect(pass(token, factor.code())).rejects.toMatchObject({ code: "conflict" });
  });

  it("keeps the secret where only the vault reads it, for this person", async () => {
    const rows = await stage.store.raw.select().from(secondFactors);
    expect(JSON.stringify(rows)).not.toContain(factor.secret);
    await withFactor(stage, "ada");
    const [bos] = rows;
    // Somebody with the database at hand copies their own authenticator into another's row.
    await stage.store.raw
      .update(secondFactors)
      .set({ secret: bos?.secret ?? "" })
      .where(eq(secondFactors.userId, CAST.ada.id));
    const { token } = await challenged(stage, CAST.ada.email);
    await expect(pass(token, factor.code())).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("a sign-in where the company asks for a second factor", () => {
  beforeEach(async () => {
    await stage.store.raw.update(workspace).set({ requireSecondFactor: true });
  });

  const enrol = async (token: string) => {
    const { offer, secret } = await getOfferAtSignIn(stage.system, token);
    const code = codeAt(secret, stage.clock.now());
    return { offer, secret, code, ...(await enrolAtSignIn(stage.system, { token, offer, code, ...PLACE })) };
  };

  it("leads to setting one up, and in only after that", async () => {
    const { token, step } = await challenged(stage, CAST.bo.email);
    expect(step).toBe("enrolment");
    await expect(finishEnrolment(stage.system, { token, ...PLACE })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(pass(token, "000000")).rejects.toMatchObject({ code: "conflict" });
    const { codes } = await enrol(token);
    expect(codes).toHaveLength(10);
    expect(await stage.store.raw.$count(sessions)).toBe(0);
    expect(await lastEvent()).toMatchObject({ kind: "second_factor.turned_on", subjectId: CAST.bo.id });
    const { sessionId } = await finishEnrolment(stage.system, { token, ...PLACE });
    expect(await findLiveSession(stage.system, sessionId)).toMatchObject({ userId: CAST.bo.id });
    await expect(finishEnrolment(stage.system, { token, ...PLACE })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await challenged(stage, CAST.bo.email)).step).toBe("code");
  });

  it("lets nobody who knows the password replace a second factor", async () => {
    const { token } = await challenged(stage, CAST.bo.email);
    const stale = (await challenged(stage, CAST.bo.email)).token;
    const { offer } = await getOfferAtSignIn(stage.system, stale);
    await enrol(token);
    await expect(
      enrolAtSignIn(stage.system, { token: stale, offer, code: "000000", ...PLACE }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(enrol(stale)).rejects.toMatchObject({
      code: "conflict",
      message: "You have a second factor already. Turn it off before you set up another.",
    });
  });

  it("takes no offer made for somebody else, and none that is too old", async () => {
    const { token } = await challenged(stage, CAST.bo.email);
    const adas = (await challenged(stage, CAST.ada.email)).token;
    const { offer, secret } = await getOfferAtSignIn(stage.system, adas);
    const code = () => codeAt(secret, stage.clock.now());
    await expect(enrolAtSignIn(stage.system, { token, offer, code: code(), ...PLACE })).rejects.toMatchObject(
      { code: "unavailable" },
    );
    stage.clock.advance(61 * MINUTE);
    const fresh = (await challenged(stage, CAST.ada.email)).token;
    await expect(
      enrolAtSignIn(stage.system, { token: fresh, offer, code: code(), ...PLACE }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("asks nobody whose account is gone", async () => {
    const { token } = await challenged(stage, CAST.bo.email);
    await stage.store.raw
      .update(users)
      .set({ deactivatedAt: stage.clock.now() })
      .where(eq(users.id, CAST.bo.id));
    await expect(getOfferAtSignIn(stage.system, token)).rejects.toMatchObject({ code: "conflict" });
  });
});

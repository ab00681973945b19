import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, identities, users, workspace } from "#drizzle/schema/schema";
import { CAST, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import { withFactor } from "#e2e/support/second-factor";
import type { UserCtx } from "#lib/events/context";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { findLiveSession, listSessions } from "#lib/sessions/queries";
import { revokeSession } from "#lib/sessions/revoke-session";
import { signInWithProvider } from "#lib/sessions/sign-in-with-provider";
import { changePerson } from "#lib/users/change-person";
import { changeRole } from "#lib/users/change-role";
import { getPerson } from "#lib/users/queries";
import { redactPerson } from "#lib/users/redact-person";
import { listIdentities, releaseIdentity } from "#lib/users/release-identity";

const ISSUER = "https://login.larkfield.example";
const BO = { issuer: ISSUER, subject: "0042", email: CAST.bo.email as string | null, emailVerified: true };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const come = (said: Partial<typeof BO> = {}) =>
  signInWithProvider(stage.system, { ...BO, ...said, address: "198.51.100.7", userAgent: null });
const refusal = (reason: string) => ({ code: "forbidden", detail: { refusal: reason } });
const rows = () => stage.store.raw.select().from(identities);

describe("the first sign-in with a provider", () => {
  it("binds the person with the verified address, whatever its capitals, and starts a session of ours", async () => {
    const { userId, sessionId } = await come({ email: "Bo@Larkfield.Example" });
    expect(userId).toBe(CAST.bo.id);
    expect(await findLiveSession(stage.system, sessionId)).toMatchObject({ userId: CAST.bo.id });
    expect(await rows()).toEqual([
      { issuer: ISSUER, subject: "0042", userId: CAST.bo.id, boundAt: stage.clock.now() },
    ]);
    const log = await stage.store.raw.select().from(events).orderBy(events.seq);
    expect(log.map(({ kind, actorId, data }) => [kind, actorId, data])).toEqual([
      ["identity.bound", CAST.bo.id, { issuer: ISSUER }],
      ["session.started", CAST.bo.id, { userId: CAST.bo.id, by: "provider" }],
    ]);
    expect((await listSessions(stage.as("bo"), CAST.bo.id)).map(({ id }) => id)).toEqual([sessionId]);
    await revokeSession(stage.as("bo"), { sessionId });
    expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
  });

  it("makes somebody who was only named a person who signs in", async () => {
    await come({ email: CAST.chidi.email });
    expect(await getPerson(stage.system, CAST.chidi.id)).toMatchObject({
      joined: true,
      hasPassword: false,
      joinedAt: stage.clock.now(),
    });
  });

  it.each([
    ["an unverified address", { emailVerified: false }, "unverified"],
    ["an unverified address nobody has", { emailVerified: false, email: "x@y.example" }, "unverified"],
    ["no address", { email: null }, "no_email"],
    ["an address nobody has", { email: "eve@larkfield.example" }, "unknown"],
  ])("refuses %s, and leaves nothing behind", async (_, said, reason) => {
    const people = await stage.store.raw.$count(users);
    await expect(come(said)).rejects.toMatchObject(refusal(reason));
    expect(await stage.store.raw.$count(users)).toBe(people);
    expect(await rows()).toEqual([]);
    expect(await stage.store.raw.$count(events)).toBe(0);
  });

  it("refuses who was deactivated, before and after they were bound", async () => {
    await deactivatePerson(stage.as("ines"), { userId: CAST.bo.id });
    await expect(come()).rejects.toMatchObject(refusal("deactivated"));
    expect(await rows()).toEqual([]);
    await come({ subject: "0043", email: CAST.ada.email });
    await deactivatePerson(stage.as("ines"), { userId: CAST.ada.id });
    await expect(come({ subject: "0043", email: CAST.ada.email })).rejects.toMatchObject(
      refusal("deactivated"),
    );
  });

  it("skips the second factor, which is the provider's to ask for", async () => {
    await withFactor(stage, "bo");
    await stage.store.raw.update(workspace).set({ requireSecondFactor: true });
    await expect(come()).resolves.toMatchObject({ userId: CAST.bo.id });
  });
});

describe("a bound account", () => {
  beforeEach(() => come());

  it("stays whose it is when its address changes, also to somebody else's or to an unverified one", async () => {
    for (const said of [{ email: CAST.ada.email }, { email: null }, { emailVerified: false }])
      expect(await come(said)).toMatchObject({ userId: CAST.bo.id });
    expect(await rows()).toHaveLength(1);
    await changePerson(stage.as("ines"), {
      userId: CAST.bo.id,
      email: "bo.tran@larkfield.example",
      current: PASSWORD,
    });
    expect(await come()).toMatchObject({ userId: CAST.bo.id });
  });

  it("shuts out another account with the same address", async () => {
    await expect(come({ subject: "0666" })).rejects.toMatchObject(refusal("taken"));
    expect(await rows()).toHaveLength(1);
  });

  it("is another account at another issuer, whatever it calls itself", async () => {
    const foreign = { issuer: "https://evil.example" };
    await expect(come({ ...foreign, email: "eve@evil.example" })).rejects.toMatchObject(refusal("unknown"));
    expect(await come({ ...foreign, email: CAST.ada.email })).toMatchObject({ userId: CAST.ada.id });
    expect(await come()).toMatchObject({ userId: CAST.bo.id });
  });

  it("tells subjects apart by their capitals", async () => {
    await come({ subject: "abc", email: CAST.ada.email });
    await expect(come({ subject: "ABC", email: CAST.ada.email })).rejects.toMatchObject(refusal("taken"));
  });

  it("is shown to its owner and to admins, and released by admins, which signs them out", async () => {
    const { sessionId } = await come();
    const bound = [{ issuer: ISSUER, boundAt: stage.clock.now().toISOString() }];
    expect(await listIdentities(stage.as("bo"), CAST.bo.id)).toEqual(bound);
    expect(await listIdentities(stage.as("ines"), CAST.bo.id)).toEqual(bound);
    expect(await listIdentities(stage.as("ada"), CAST.bo.id)).toEqual([]);
    const release = {
      ctx: stage.as("ines"),
      act: (ctx: UserCtx) => releaseIdentity(ctx, { userId: CAST.bo.id, issuer: ISSUER }),
    };
    expect(await loserOf(release, release)).toMatchObject({ code: "conflict" });
    expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
    const released = await stage.store.raw.select().from(events).where(eq(events.kind, "identity.released"));
    expect(released).toMatchObject([
      { actorId: CAST.ines.id, subjectId: CAST.bo.id, data: { issuer: ISSUER } },
    ]);
    expect(await come({ subject: "0666" })).toMatchObject({ userId: CAST.bo.id });
  });

  it("goes with the name of who left and asked for it", async () => {
    await deactivatePerson(stage.as("ines"), { userId: CAST.bo.id });
    await redactPerson(stage.as("ines"), { userId: CAST.bo.id });
    expect(await rows()).toEqual([]);
  });
});

it("binds once where two tabs come in at the same moment, and signs both in", async () => {
  const both = await Promise.all([come(), come()]);
  expect(both.map(({ userId }) => userId)).toEqual([CAST.bo.id, CAST.bo.id]);
  expect(await rows()).toHaveLength(1);
});

it("lets one of two accounts have an address that both bring at once", async () => {
  const ends = await Promise.allSettled([come(), come({ subject: "0666" })]);
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(ends.find((end) => end.status === "rejected")?.reason).toMatchObject(refusal("taken"));
});

it("counts an admin who comes in with the provider alone as one who can", async () => {
  await stage.store.raw.update(users).set({ role: "admin" }).where(eq(users.id, CAST.chidi.id));
  const stepDown = () => changeRole(stage.as("ines"), { userId: CAST.ines.id, role: "member" });
  await expect(stepDown()).rejects.toThrow("last admin");
  await come({ email: CAST.chidi.email });
  await expect(stepDown()).resolves.toBeUndefined();
  const [last] = await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1);
  expect(last).toMatchObject({ kind: "user.changed" });
});

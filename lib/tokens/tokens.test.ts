import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { apiTokens, events } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { listEvents } from "#lib/log/queries";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { createToken } from "#lib/tokens/create-token";
import { findLiveToken, listTokens } from "#lib/tokens/queries";
import { revokeToken } from "#lib/tokens/revoke-token";
import { hashSecret } from "#lib/tokens/secret";
import { REQUEST_QUOTA, takeRequest } from "#lib/tokens/take-request";
import { changeRole } from "#lib/users/change-role";

const DAY = 86_400_000;
const INPUT = { name: "CI", scopes: ["sources:write" as const, "sources:read" as const], days: 30 };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

describe("createToken", () => {
  it("keeps the hash of a secret that is told once, and records who may do what", async () => {
    const { tokenId, secret, expiresAt } = await createToken(stage.as("bo"), INPUT);
    expect(secret).toMatch(/^cs_[\w-]{43}$/);
    const [row] = await stage.store.raw.select().from(apiTokens);
    expect(row).toEqual({
      id: tokenId,
      userId: CAST.bo.id,
      name: "CI",
      tokenHash: hashSecret(secret),
      scopes: ["sources:read", "sources:write"],
      createdAt: stage.clock.now(),
      expiresAt: new Date(stage.clock.now().getTime() + 30 * DAY),
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(expiresAt).toEqual(row?.expiresAt);
    const [event] = await stage.store.raw.select().from(events).where(eq(events.subjectId, tokenId));
    expect(event).toMatchObject({
      kind: "token.created",
      actorId: CAST.bo.id,
      data: { userId: CAST.bo.id, scopes: ["sources:read", "sources:write"] },
    });
    expect(JSON.stringify(await stage.store.raw.select().from(events))).not.toContain(secret);
  });

  it("is told in the log of whoever made it", async () => {
    await createToken(stage.as("bo"), INPUT);
    const { rows } = await listEvents(stage.as("bo"), { group: "people" });
    expect(rows[0]?.sentence).toBe(
      "Bo Tran made an API token of their own, for sources:read, sources:write.",
    );
  });

  it("goes no further than the role, nor acts as somebody else", async () => {
    await expect(createToken(stage.as("hugo"), INPUT)).rejects.toMatchObject({
      code: "forbidden",
      message: "The role viewer doesn’t go as far as sources:write.",
    });
    const forAda = { ...INPUT, userId: CAST.ada.id };
    await expect(createToken(stage.as("ines"), forAda)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stage.store.raw.$count(apiTokens)).toBe(0);
  });

  it.each([
    ["no scope", { scopes: [] }],
    ["no name", { name: " " }],
    ["more than a year", { days: 400 }],
    ["no day", { days: 0 }],
  ])("refuses %s", async (_, change) => {
    await expect(createToken(stage.as("bo"), { ...INPUT, ...change })).rejects.toThrow();
  });

  it("stops at 25 tokens", async () => {
    for (let n = 0; n < 25; n++) await createToken(stage.as("bo"), INPUT);
    await expect(createToken(stage.as("bo"), INPUT)).rejects.toMatchObject({ code: "conflict" });
    await createToken(stage.as("ada"), INPUT);
  });
});

describe("a token", () => {
  it("is found by its secret alone, as its person", async () => {
    const { tokenId, secret } = await createToken(stage.as("bo"), INPUT);
    expect(await findLiveToken(stage.system, secret)).toEqual({
      id: tokenId,
      name: "CI",
      userId: CAST.bo.id,
      userName: CAST.bo.name,
      role: "member",
      scopes: ["sources:read", "sources:write"],
    });
    for (const wrong of [
      tokenId,
      hashSecret(secret),
      `${secret}a`,
      secret.slice(0, -1),
      secret.toUpperCase(),
    ])
      expect(await findLiveToken(stage.system, wrong)).toBeUndefined();
  });

  it("notes its use once a minute", async () => {
    const { secret } = await createToken(stage.as("bo"), INPUT);
    const first = stage.clock.now();
    await findLiveToken(stage.system, secret);
    stage.clock.advance(59_000);
    await findLiveToken(stage.system, secret);
    expect((await listTokens(stage.as("bo")))[0]?.lastUsedAt).toEqual(first);
    stage.clock.advance(1_000);
    await findLiveToken(stage.system, secret);
    expect((await listTokens(stage.as("bo")))[0]?.lastUsedAt).toEqual(stage.clock.now());
  });

  it("loses what its person’s new role doesn’t reach, at once", async () => {
    const { secret } = await createToken(stage.as("bo"), INPUT);
    await changeRole(stage.as("ines"), { userId: CAST.bo.id, role: "viewer" });
    expect(await findLiveToken(stage.system, secret)).toMatchObject({
      role: "viewer",
      scopes: ["sources:read"],
    });
  });

  it("dies when it expires, and is still listed for a while", async () => {
    const { secret } = await createToken(stage.as("bo"), INPUT);
    stage.clock.advance(30 * DAY);
    expect(await findLiveToken(stage.system, secret)).toBeUndefined();
    expect(await listTokens(stage.as("bo"))).toMatchObject([{ name: "CI", expired: true }]);
    stage.clock.advance(30 * DAY);
    expect(await listTokens(stage.as("bo"))).toEqual([]);
  });

  it("dies with its person’s deactivation, and stays dead", async () => {
    const { secret, tokenId } = await createToken(stage.as("bo"), INPUT);
    await deactivatePerson(stage.as("ines"), { userId: CAST.bo.id });
    expect(await findLiveToken(stage.system, secret)).toBeUndefined();
    expect(await kindsOf(stage.store, tokenId)).toEqual(["token.created", "token.revoked"]);
  });
});

describe("revokeToken", () => {
  it("ends one’s own at once", async () => {
    const { tokenId, secret } = await createToken(stage.as("bo"), INPUT);
    await revokeToken(stage.as("bo"), { tokenId });
    expect(await findLiveToken(stage.system, secret)).toBeUndefined();
    expect(await listTokens(stage.as("bo"))).toEqual([]);
    expect(await kindsOf(stage.store, tokenId)).toEqual(["token.created", "token.revoked"]);
  });

  it("lets admins end anybody’s, and others see nothing of it", async () => {
    const { tokenId } = await createToken(stage.as("bo"), INPUT);
    const gone = { code: "not_found", message: "There is no such token, or it is not yours." };
    await expect(revokeToken(stage.as("ada"), { tokenId })).rejects.toMatchObject(gone);
    await expect(revokeToken(stage.as("ada"), { tokenId: "tok_none" })).rejects.toMatchObject(gone);
    expect(await listTokens(stage.as("ada"))).toEqual([]);
    expect(await listTokens(stage.as("ines"))).toMatchObject([{ id: tokenId, userName: "Bo Tran" }]);
    await revokeToken(stage.as("ines"), { tokenId });
  });

  it("is done once by two at once", async () => {
    const { tokenId } = await createToken(stage.as("bo"), INPUT);
    const revoke = (ctx: Parameters<typeof revokeToken>[0]) => revokeToken(ctx, { tokenId });
    const lost = await loserOf({ ctx: stage.as("bo"), act: revoke }, { ctx: stage.as("ines"), act: revoke });
    expect(lost).toMatchObject({ code: "conflict", message: "This token was revoked already." });
    expect(await kindsOf(stage.store, tokenId)).toEqual(["token.created", "token.revoked"]);
  });
});

describe("takeRequest", () => {
  it("counts exactly, however many ask at once, until the window is over", async () => {
    const { tokenId } = await createToken(stage.as("bo"), INPUT);
    const asked = await Promise.all(
      Array.from({ length: REQUEST_QUOTA.most + 10 }, () => takeRequest(stage.system, tokenId)),
    );
    expect(asked.filter(({ allowed }) => allowed)).toHaveLength(REQUEST_QUOTA.most);
    stage.clock.advance(REQUEST_QUOTA.windowMs - 1500);
    expect(await takeRequest(stage.system, tokenId)).toEqual({ allowed: false, left: 0, resetSeconds: 2 });
    stage.clock.advance(1500);
    expect(await takeRequest(stage.system, tokenId)).toMatchObject({ allowed: true, left: 299 });
  });
});

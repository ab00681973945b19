import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, oneTimeLinks, users, workspace } from "#drizzle/schema/schema";
import { COMPANY, ctxFor } from "#e2e/support/cast";
import { testClock } from "#e2e/support/clock";
import { testStore } from "#e2e/support/database";
import type { Ctx } from "#lib/events/context";
import { signIn } from "#lib/sessions/sign-in";
import { findCompany } from "#lib/workspace/queries";
import { setUp } from "#lib/workspace/set-up";
import { ensureSetupLink } from "#lib/workspace/setup-link";

const clock = testClock();
const ACCOUNT = {
  name: "Ines Duarte",
  email: "Ines@Larkfield.example",
  password: "trout lantern forty-eight",
};

let ctx: Ctx;
beforeEach(async () => {
  const { actor: _, ...ports } = ctxFor(await testStore(), "ines", { now: clock.now });
  ctx = { ...ports, actor: { kind: "system" } };
});

const link = async () => (await ensureSetupLink(ctx)) ?? "none was made";
const form = (token: string) => ({ token, ...ACCOUNT, company: COMPANY.name, timeZone: COMPANY.timeZone });

describe("setUp", () => {
  it("creates the company and the admin, who can sign in", async () => {
    const { adminId } = await setUp(ctx, form(await link()));
    expect(await findCompany(ctx)).toEqual(COMPANY);
    const [admin] = await ctx.store.raw.select().from(users);
    expect(admin).toMatchObject({
      id: adminId,
      name: ACCOUNT.name,
      email: "ines@larkfield.example",
      role: "admin",
      timeZone: COMPANY.timeZone,
    });
    expect(admin?.passwordHash).toMatch(/^\$argon2id\$/);
    const log = await ctx.store.raw.select().from(events).orderBy(asc(events.seq));
    expect(log.map(({ kind, data }) => [kind, data])).toEqual([
      ["link.made", { purpose: "setup", userId: null }],
      ["user.added", { role: "admin" }],
      ["workspace.set_up", { adminId }],
    ]);
    const visit = { ...ACCOUNT, address: null, userAgent: null };
    await expect(signIn(ctx, visit)).resolves.toMatchObject({ userId: adminId });
  });

  it("happens once, also for two who try at the same moment", async () => {
    const token = await link();
    const other = { ...form(token), email: "kavya@larkfield.example" };
    const both = await Promise.allSettled([setUp(ctx, form(token)), setUp(ctx, other)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await ctx.store.raw.select().from(users)).toHaveLength(1);
    expect(await ensureSetupLink(ctx)).toBeNull();
  });

  it("happens once even where a second link is still there", async () => {
    const stale = await link();
    const token = await link();
    await ctx.store.raw.update(oneTimeLinks).set({ revokedAt: null });
    await setUp(ctx, form(token));
    await expect(setUp(ctx, { ...form(stale), email: "kavya@larkfield.example" })).rejects.toMatchObject({
      code: "conflict",
      message: "Countersign is set up already. Sign in instead.",
    });
    expect(await ctx.store.raw.select().from(users)).toHaveLength(1);
  });

  it("needs the link that was made last, unused and not expired", async () => {
    const first = await link();
    const second = await link();
    await expect(setUp(ctx, form(first))).rejects.toThrow("replaced or withdrawn");
    await expect(setUp(ctx, form("guess"))).rejects.toMatchObject({ code: "not_found" });
    clock.advance(8 * 24 * 60 * 60_000);
    await expect(setUp(ctx, form(second))).rejects.toThrow("has expired");
    expect(await ctx.store.raw.select().from(workspace)).toEqual([]);
  });

  it("leaves the link unused where the form is not right", async () => {
    const token = await link();
    await expect(setUp(ctx, { ...form(token), password: "password12345" })).rejects.toThrow("common ones");
    await expect(setUp(ctx, { ...form(token), timeZone: "Mars/Olympus" })).rejects.toThrow("no time zone");
    await expect(setUp(ctx, form(token))).resolves.toBeDefined();
    const [row] = await ctx.store.raw.select().from(oneTimeLinks).where(eq(oneTimeLinks.purpose, "setup"));
    expect(row?.usedAt).toEqual(clock.now());
  });
});

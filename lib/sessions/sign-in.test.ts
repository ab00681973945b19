import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, sessions, throttles, users } from "#drizzle/schema/schema";
import { CAST, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { openSession } from "#e2e/support/open-session";
import { readCode } from "#lib/second-factor/codes";
import { confirmPassword } from "#lib/sessions/confirm-password";
import { findLiveSession } from "#lib/sessions/queries";

const MINUTE = 60_000;
const BROWSER = { address: "198.51.100.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0" };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const attempt = (email: string, password: string, address: string | null = BROWSER.address) =>
  openSession(stage.system, { ...BROWSER, email, password, address });

describe("signIn", () => {
  it("starts a session of its own each time", async () => {
    const first = await attempt("Ada@Larkfield.example", PASSWORD);
    const second = await attempt(CAST.ada.email, PASSWORD);
    expect(first.userId).toBe(CAST.ada.id);
    expect(first.sessionId).not.toBe(second.sessionId);
    const [row] = await stage.store.raw.select().from(sessions).where(eq(sessions.id, first.sessionId));
    expect(row).toMatchObject({
      ...BROWSER,
      userId: CAST.ada.id,
      lastSeenAt: stage.clock.now(),
      revokedAt: null,
    });
    const [event] = await stage.store.raw.select().from(events).where(eq(events.subjectId, first.sessionId));
    expect(event).toMatchObject({
      kind: "session.started",
      actorId: CAST.ada.id,
      data: { userId: CAST.ada.id, by: "password" },
    });
  });

  it.each([
    ["a wrong password", CAST.ada.email],
    ["an e-mail nobody has", "nobody@larkfield.example"],
    ["somebody without a password", CAST.chidi.email],
  ])("answers %s alike and counts down", async (_, email) => {
    for (const left of [
      "4 tries left",
      "3 tries left",
      "2 tries left",
      "1 try left",
      "opens again in 15 min",
    ])
      await expect(attempt(email, "wrong")).rejects.toThrow(
        `E-mail and password don’t match.`.concat(" ", start(left)),
      );
    await expect(attempt(email, "wrong")).rejects.toMatchObject({
      code: "unavailable",
      message: "Too many tries for this e-mail. Sign-in opens again in 15 min.",
    });
    expect(await stage.store.raw.select().from(events)).toEqual([]);
  });

  it("answers somebody deactivated like somebody unknown", async () => {
    await stage.store.raw
      .update(users)
      .set({ deactivatedAt: stage.clock.now() })
      .where(eq(users.id, CAST.ada.id));
    await expect(attempt(CAST.ada.email, PASSWORD)).rejects.toMatchObject({
      code: "invalid",
      message: "E-mail and password don’t match. 4 tries left.",
    });
  });

  it("refuses the right password once the tries are used up, and takes it when the window is over", async () => {
    for (let i = 0; i < 5; i++) await expect(attempt(CAST.ada.email, "wrong")).rejects.toThrow("don’t match");
    stage.clock.advance(14 * MINUTE);
    await expect(attempt(CAST.ada.email, PASSWORD)).rejects.toThrow("opens again in 1 min");
    stage.clock.advance(MINUTE);
    await expect(attempt(CAST.ada.email, PASSWORD)).resolves.toMatchObject({ userId: CAST.ada.id });
  });

  it("lets the owner in whose tries somebody used up elsewhere, until all networks together had fifty", async () => {
    for (let network = 0; network < 9; network++)
      for (let i = 0; i < 5; i++)
        await expect(attempt(CAST.ada.email, "wrong", `198.51.100.${network}`)).rejects.toThrow(
          "don’t match",
        );
    await expect(attempt(CAST.ada.email, "wrong", "203.0.113.9")).rejects.toThrow("4 tries left");
    await expect(attempt(CAST.ada.email, PASSWORD, "203.0.113.9")).resolves.toMatchObject({
      userId: CAST.ada.id,
    });
    for (let network = 0; network < 10; network++)
      for (let i = 0; i < 5; i++)
        await attempt(CAST.ada.email, "wrong", `192.0.2.${network}`).catch(() => {});
    await expect(attempt(CAST.ada.email, PASSWORD, "203.0.113.9")).rejects.toThrow(
      "Too many tries for this e-mail",
    );
  });

  it("counts nothing against somebody's own password or codes, whatever is typed as the e-mail", async () => {
    for (const typed of [CAST.ines.id, `codes of ${CAST.ines.id}`, `code ${CAST.ines.id}`])
      for (let i = 0; i < 5; i++) await attempt(typed, "wrong", null).catch(() => {});
    await expect(confirmPassword(stage.as("ines"), PASSWORD)).resolves.toBeTruthy();
    await expect(readCode(stage.system, { userId: CAST.ines.id, address: null }, "000000")).rejects.toThrow(
      "4 tries left",
    );
  });

  it("counts tries made at the same moment", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => attempt(CAST.ada.email, "wrong")),
    );
    const messages = tries.map((one) =>
      one.status === "rejected" ? String(one.reason.message) : "signed in",
    );
    expect(messages.filter((message) => message.startsWith("E-mail and password"))).toHaveLength(5);
    expect(messages.filter((message) => message.startsWith("Too many tries"))).toHaveLength(7);
  });

  it("counts an address over all accounts, and only its failures", async () => {
    for (let i = 0; i < 3; i++) await attempt(CAST.ada.email, PASSWORD);
    for (let i = 0; i < 40; i++)
      await expect(attempt(`guess${i}@larkfield.example`, "wrong")).rejects.toThrow("4 tries");
    await expect(attempt(CAST.ada.email, PASSWORD)).rejects.toThrow("Too many tries from this network.");
    await expect(attempt(CAST.ada.email, PASSWORD, "203.0.113.9")).resolves.toBeDefined();
  });

  it.each([
    ["203.0.113.9", "address:203.0.113.9"],
    ["2001:db8:0:7:1:2:3:4", "address:2001:db8:0:7"],
    ["2001:db8::9", "address:2001:db8:0:0"],
    ["::1", "address:0:0:0:0"],
  ])("counts %s as %s", async (address, key) => {
    await expect(attempt(CAST.ada.email, "wrong", address)).rejects.toThrow("4 tries left");
    const rows = await stage.store.raw.select({ key: throttles.key }).from(throttles);
    expect(rows).toContainEqual({ key });
  });

  it("forgets an account's failures after the right password, and sweeps what is over", async () => {
    await expect(attempt("nobody@larkfield.example", "wrong", null)).rejects.toThrow("4 tries left");
    stage.clock.advance(20 * MINUTE);
    await expect(attempt(CAST.ada.email, "wrong")).rejects.toThrow("4 tries left");
    await attempt(CAST.ada.email, PASSWORD);
    expect(await stage.store.raw.select().from(throttles)).toEqual([
      { key: `address:${BROWSER.address}`, failures: 1, windowStartedAt: stage.clock.now() },
    ]);
    await expect(attempt(CAST.ada.email, "wrong")).rejects.toThrow("4 tries left");
  });

  it("keeps no e-mail address in the counters", async () => {
    await expect(attempt("nobody@larkfield.example", "wrong")).rejects.toThrow("4 tries left");
    const rows = await stage.store.raw.select({ key: throttles.key }).from(throttles);
    expect(JSON.stringify(rows)).not.toContain("nobody");
  });
});

describe("findLiveSession", () => {
  it("finds who it belongs to, until it was unused for 30 days", async () => {
    const { sessionId } = await attempt(CAST.bo.email, PASSWORD);
    stage.clock.advance(29 * 24 * 60 * MINUTE);
    expect(await findLiveSession(stage.system, sessionId)).toEqual({
      id: sessionId,
      userId: CAST.bo.id,
      name: CAST.bo.name,
      role: "member",
    });
    stage.clock.advance(29 * 24 * 60 * MINUTE);
    expect(await findLiveSession(stage.system, sessionId)).toBeDefined();
    stage.clock.advance(30 * 24 * 60 * MINUTE);
    expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
  });

  it("ends 180 days after it began, however often it is used", async () => {
    const { sessionId } = await attempt(CAST.bo.email, PASSWORD);
    const used = async (afterDays: number) => {
      stage.clock.advance(afterDays * 24 * 60 * MINUTE);
      return (await findLiveSession(stage.system, sessionId)) !== undefined;
    };
    for (let day = 20; day < 180; day += 20) expect([day, await used(20)]).toEqual([day, true]);
    expect(await used(20)).toBe(false);
  });

  it("notes that it was seen at most once a minute", async () => {
    const { sessionId } = await attempt(CAST.bo.email, PASSWORD);
    const begun = stage.clock.now();
    const seen = async () => {
      await findLiveSession(stage.system, sessionId);
      return (await stage.store.raw.select({ at: sessions.lastSeenAt }).from(sessions))[0]?.at;
    };
    stage.clock.advance(MINUTE - 1);
    expect(await seen()).toEqual(begun);
    stage.clock.advance(1);
    expect(await seen()).toEqual(stage.clock.now());
  });

  it("finds nobody who was deactivated, and the role of the moment", async () => {
    const { sessionId } = await attempt(CAST.bo.email, PASSWORD);
    await stage.store.raw.update(users).set({ role: "viewer" }).where(eq(users.id, CAST.bo.id));
    expect(await findLiveSession(stage.system, sessionId)).toMatchObject({ role: "viewer" });
    await stage.store.raw.update(users).set({ deactivatedAt: sql`now()` }).where(eq(users.id, CAST.bo.id));
    expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
  });
});

function start(left: string): string {
  return left.startsWith("opens") ? `That was the last try: sign-in ${left}` : left;
}

import { asc, desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, sessions, users } from "#drizzle/schema/schema";
import { CAST, type CastKey, COMPANY, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { openSession } from "#e2e/support/open-session";
import { loserOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { findLiveSession } from "#lib/sessions/queries";
import { addPerson } from "#lib/users/add-person";
import { changeRole } from "#lib/users/change-role";
import { getPerson, listPeople, listRoster } from "#lib/users/queries";
import { reactivatePerson } from "#lib/users/reactivate-person";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const idOf = (key: CastKey) => ({ userId: CAST[key].id });
const lastEvent = async () =>
  (await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1))[0];
/** Makes an admin of somebody and returns the context they act in from then on. */
async function promoted(key: CastKey): Promise<UserCtx> {
  await stage.store.raw.update(users).set({ role: "admin" }).where(eq(users.id, CAST[key].id));
  return { ...stage.as(key), actor: { ...stage.as(key).actor, role: "admin" } };
}

describe("addPerson", () => {
  const KAVYA = { name: "Kavya Rao", role: "member" } as const;

  it("puts somebody on the roster who can be named and can't sign in", async () => {
    const { userId } = await addPerson(stage.as("ada"), {
      ...KAVYA,
      aliases: ["Kav", " kav "],
      handles: ["@kavya", ""],
    });
    expect(await getPerson(stage.system, userId)).toEqual({
      id: userId,
      name: "Kavya Rao",
      email: null,
      role: "member",
      aliases: ["kav"],
      handles: ["kavya"],
      timeZone: COMPANY.timeZone,
      workingDays: [1, 2, 3, 4, 5],
      deactivatedAt: null,
      joined: false,
      hasPassword: false,
      joinedAt: null,
    });
    expect(await lastEvent()).toMatchObject({
      kind: "user.added",
      subjectId: userId,
      data: { role: "member" },
    });
    expect(await listRoster(stage.system)).toContainEqual({
      id: userId,
      name: "Kavya Rao",
      email: null,
      aliases: ["kav"],
      handles: ["kavya"],
      workingDays: [1, 2, 3, 4, 5],
    });
  });

  it("lets leaders add no leaders, and members nobody", async () => {
    await expect(addPerson(stage.as("ada"), { ...KAVYA, role: "leader" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(addPerson(stage.as("bo"), KAVYA)).rejects.toMatchObject({ code: "forbidden" });
    await expect(addPerson(stage.as("hugo"), KAVYA)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("gives an e-mail address to one of two who are added at once", async () => {
    const both = await Promise.allSettled(
      ["Kavya@larkfield.example", "kavya@larkfield.example"].map((email) =>
        addPerson(stage.as("ines"), { ...KAVYA, email }),
      ),
    );
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({
      code: "conflict",
      message: "Somebody on the roster has this e-mail address already.",
    });
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("changeRole", () => {
  it("gives a role that counts from the next request on", async () => {
    await changeRole(stage.as("ines"), { ...idOf("bo"), role: "leader" });
    expect(await getPerson(stage.system, CAST.bo.id)).toMatchObject({ role: "leader" });
    expect(await lastEvent()).toMatchObject({ kind: "user.changed", data: { fields: ["role"] } });
  });

  it.each(["ada", "bo", "hugo"] as const)("refuses %s", async (who) => {
    await expect(changeRole(stage.as(who), { ...idOf(who), role: "admin" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("keeps the last admin who can sign in", async () => {
    await stage.store.raw.update(users).set({ role: "admin" }).where(eq(users.id, CAST.chidi.id));
    await expect(changeRole(stage.as("ines"), { ...idOf("ines"), role: "member" })).rejects.toThrow(
      "last admin",
    );
    await expect(changeRole(stage.as("ines"), { ...idOf("chidi"), role: "member" })).resolves.toBeUndefined();
  });

  it("tells the second of two that the first was faster", async () => {
    const make = (role: "leader" | "viewer") => ({
      ctx: stage.as("ines"),
      act: (ctx: UserCtx) => changeRole(ctx, { ...idOf("bo"), role }),
    });
    expect(await loserOf(make("leader"), make("viewer"))).toMatchObject({ code: "conflict" });
  });

  it("keeps one of two admins who demote each other at once", async () => {
    const dana = await promoted("dana");
    const both = await Promise.allSettled([
      changeRole(stage.as("ines"), { ...idOf("dana"), role: "member" }),
      changeRole(dana, { ...idOf("ines"), role: "member" }),
    ]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    const admins = await stage.store.raw.select().from(users).where(eq(users.role, "admin"));
    expect(admins).toHaveLength(1);
  });
});

describe("deactivatePerson", () => {
  it("ends their sessions at once and takes them off the roster", async () => {
    const visit = { email: CAST.bo.email, password: PASSWORD, address: null, userAgent: null };
    const { sessionId } = await openSession(stage.system, visit);
    await deactivatePerson(stage.as("ines"), idOf("bo"));
    expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
    const [session] = await stage.store.raw.select().from(sessions);
    expect(session?.revokedAt).toEqual(stage.clock.now());
    expect((await listRoster(stage.system)).map((person) => person.id)).not.toContain(CAST.bo.id);
    expect((await listPeople(stage.as("hugo"))).at(-1)).toMatchObject({ id: CAST.bo.id });
    const log = await stage.store.raw.select().from(events).orderBy(asc(events.seq));
    expect(log.map((event) => event.kind)).toEqual([
      "session.started",
      "user.deactivated",
      "session.revoked",
    ]);
    await expect(openSession(stage.system, visit)).rejects.toThrow("don’t match");
  });

  it("refuses leaders, the last admin, and who was slower", async () => {
    await expect(deactivatePerson(stage.as("ada"), idOf("bo"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(deactivatePerson(stage.as("ines"), idOf("ines"))).rejects.toThrow("last admin");
    const twice = await Promise.allSettled([1, 2].map(() => deactivatePerson(stage.as("ines"), idOf("bo"))));
    expect(twice.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });

  it("keeps one of two admins who deactivate each other at once", async () => {
    const dana = await promoted("dana");
    const both = await Promise.allSettled([
      deactivatePerson(stage.as("ines"), idOf("dana")),
      deactivatePerson(dana, idOf("ines")),
    ]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });

  it("says so where nobody has the id", async () => {
    await expect(deactivatePerson(stage.as("ines"), { userId: "usr_none" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("reactivatePerson", () => {
  it("puts them back on the roster", async () => {
    await deactivatePerson(stage.as("ines"), idOf("bo"));
    await reactivatePerson(stage.as("ines"), idOf("bo"));
    expect((await listRoster(stage.system)).map((person) => person.id)).toContain(CAST.bo.id);
    expect(await lastEvent()).toMatchObject({ kind: "user.reactivated", subjectId: CAST.bo.id });
  });

  it("refuses leaders, and who is active", async () => {
    await expect(reactivatePerson(stage.as("ada"), idOf("bo"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(reactivatePerson(stage.as("ines"), idOf("bo"))).rejects.toMatchObject({ code: "conflict" });
  });
});

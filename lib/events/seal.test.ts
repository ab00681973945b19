import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { eventOrigins, events, seals } from "#drizzle/schema/schema";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { onPostgres } from "#e2e/support/empty-database";
import type { From } from "#lib/events/context";
import { sealEvents } from "#lib/events/seal";
import { transact } from "#lib/events/transact";
import { verifyLog } from "#lib/events/verify-log";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { getPerson } from "#lib/users/queries";
import { REDACTED_NAME, redactPerson } from "#lib/users/redact-person";

const HOME: From = { door: "page", address: "192.0.2.1", device: "Firefox on Linux" };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

/** Somebody changes something, as many times, from a browser at home. */
async function act(key: CastKey, times = 1): Promise<void> {
  for (let n = 0; n < times; n++)
    await transact({ ...stage.as(key), from: HOME }, async ({ record }) =>
      record({ kind: "user.changed", subjectId: CAST.chidi.id, data: { fields: ["name"] } }),
    );
}
const db = () => stage.store.raw;
const seal = () => sealEvents(stage.store);
const check = () => verifyLog(stage.store);
/** Does what only somebody with the run of the database can do. */
const tamper = (statement: string) =>
  db().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql.raw(statement));
  });

describe("sealing", () => {
  it("chains every event once, in order, and leaves nothing waiting", async () => {
    await act("ada", 3);
    expect(await check()).toMatchObject({ sealed: 0, waiting: 3, broken: null });
    expect(await seal()).toBe(3);
    await act("bo");
    expect(await seal()).toBe(1);
    expect(await seal()).toBe(0);
    const chain = await db().select().from(seals).orderBy(seals.position);
    expect(chain.map(({ position, seq }) => [position, seq])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(await check()).toEqual({ sealed: 4, waiting: 0, head: chain[3]?.hash, broken: null });
  });

  it("leaves a chain without a gap where several seal at once", async () => {
    await act("ada", 8);
    await Promise.all([seal(), seal(), seal()]);
    await seal();
    expect(await check()).toMatchObject({ sealed: 8, waiting: 0, broken: null });
  });

  it("seals an event that was committed after later ones", async () => {
    await act("ada", 2);
    await seal();
    const late = {
      at: stage.clock.now(),
      kind: "user.changed",
      actorKind: "system" as const,
      subjectId: CAST.bo.id,
    };
    await db()
      .insert(events)
      .overridingSystemValue()
      .values({ ...late, seq: 0, data: {} });
    await seal();
    expect(await check()).toMatchObject({ sealed: 3, broken: null });
  });
});

describe("the database", () => {
  it.each([
    "update events set kind = 'draft.approved'",
    "delete from events",
    "truncate events cascade",
    "update seals set hash = 'x'",
    "delete from seals",
    "truncate seals",
    "update event_origins set address = 'elsewhere'",
  ])("refuses %s", async (statement) => {
    await act("ada");
    await seal();
    const refused = await db()
      .execute(sql.raw(statement))
      .catch((error: Error) => error);
    expect((refused as Error).cause).toMatchObject({ message: expect.stringContaining("never changed") });
    expect(await check()).toMatchObject({ sealed: 1, broken: null });
  });
});

describe("the check", () => {
  it.each([
    ["an event was changed", "update events set subject_id = 'usr_bo' where seq = 2", 2, /changed/],
    ["what an event says was changed", "update events set data = '{}' where seq = 3", 3, /changed/],
    ["an event was deleted", "delete from events where seq = 2", 2, /deleted/],
    ["a seal was deleted", "delete from seals where position = 2", 3, /Seal 2 is missing/],
    ["a seal was changed", "update seals set hash = repeat('0', 64) where position = 1", 1, /changed/],
    ["an event was taken out of the chain", "delete from seals where position = 4", 4, /taken out/],
    ["a place was changed", "update event_origins set address = 'elsewhere' where seq = 2", 2, /changed/],
    ["a place was deleted by nobody", "delete from event_origins where seq = 3", 3, /names no redaction/],
  ])("finds that %s, and where", async (_, statement, seq, reason) => {
    await act("ada", 4);
    await seal();
    await tamper(statement);
    expect((await check()).broken).toMatchObject({ seq, reason: expect.stringMatching(reason) });
  });
});

describe("redacting a person", () => {
  it("forgets where they acted from, says so in the log, and the log still verifies", async () => {
    await act("bo", 2);
    await act("ada");
    await seal();
    expect(await db().select().from(eventOrigins)).toMatchObject(
      [HOME, HOME, HOME].map(({ address, device }) => ({ address, device })),
    );
    expect(await redactPerson(stage.as("ines"), { userId: CAST.bo.id })).toEqual({ places: 2 });
    await seal();
    const left = await db().select({ seq: eventOrigins.seq }).from(eventOrigins);
    expect(left).toEqual([{ seq: 3 }]);
    expect(await check()).toMatchObject({ sealed: 4, broken: null });
    expect(await getPerson(stage.system, CAST.bo.id)).toMatchObject({ name: CAST.bo.name });
    const [said] = await db().select().from(events).orderBy(sql`seq desc`).limit(1);
    expect(said).toMatchObject({
      kind: "log.redacted",
      subjectId: CAST.bo.id,
      data: { places: 2, named: false },
    });
  });

  it("excuses nothing that was taken out after it", async () => {
    await redactPerson(stage.as("ines"), { userId: CAST.bo.id });
    await act("bo");
    await seal();
    await tamper("delete from event_origins");
    expect((await check()).broken).toMatchObject({ seq: 2 });
  });

  it("takes the name of whoever has left", async () => {
    await deactivatePerson(stage.as("ines"), { userId: CAST.bo.id });
    await redactPerson(stage.as("ines"), { userId: CAST.bo.id });
    expect(await getPerson(stage.system, CAST.bo.id)).toMatchObject({
      name: REDACTED_NAME,
      email: null,
      aliases: [],
      handles: [],
    });
  });

  it("is for admins", async () => {
    for (const key of ["ada", "bo", "hugo"] as const)
      await expect(redactPerson(stage.as(key), { userId: CAST.bo.id })).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});

describe.runIf(onPostgres)("on PostgreSQL", () => {
  it("waits for nobody who seals", async () => {
    await act("ada");
    await db().transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(7319403)`);
      expect(await seal()).toBe(0);
      await act("bo");
    });
    expect(await seal()).toBe(2);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { events, suppressions } from "#drizzle/schema/schema";
import { CAST, COMPANY, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import { liftSuppression } from "#lib/consent/lift-suppression";
import { listConsents, listSuppressions } from "#lib/consent/list-queries";
import { readStanding } from "#lib/consent/queries";
import { recordConsent } from "#lib/consent/record-consent";
import { suppressAddress } from "#lib/consent/suppress-address";
import { withdrawConsent } from "#lib/consent/withdraw-consent";
import type { UserCtx } from "#lib/events/context";
import { localDay } from "#lib/format/dates";

let stage: Stage;
let bo: UserCtx;
let today: string;
beforeEach(async () => {
  stage = await setStage();
  bo = stage.as("bo");
  today = localDay(stage.clock.now(), COMPANY.timeZone);
});

const email = "Kim@Hollis.example";
const address = "kim@hollis.example";
const evidence = "Said so on the phone.";
const standing = (of = address) => readStanding(stage.store.raw, of, today);
const kinds = async () =>
  (await stage.store.raw.select({ kind: events.kind }).from(events).orderBy(events.seq)).map(
    ({ kind }) => kind,
  );

describe("recording consent", () => {
  it("keeps the basis, the day, what proves it and who recorded it", async () => {
    await recordConsent(bo, { email, basis: "inquiry", obtainedOn: "2026-11-01", evidence });
    expect(await standing()).toMatchObject({
      state: "valid",
      consent: { expiresOn: "2027-05-01", evidence },
    });
    expect(await listConsents(bo, address)).toMatchObject([{ basis: "inquiry", recordedBy: CAST.bo.name }]);
    expect(await kinds()).toEqual(["consent.recorded"]);
  });

  it("lifts the suppression of the address if it is express and fresh, and no other", async () => {
    await suppressAddress(bo, { value: email });
    const given = { email, evidence, basis: "express" } as const;
    expect(await recordConsent(bo, { ...given, obtainedOn: "2026-11-01" })).toMatchObject({ lifted: false });
    expect(await recordConsent(bo, { ...given, basis: "purchase", obtainedOn: today })).toMatchObject({
      lifted: false,
    });
    expect((await standing()).state).toBe("suppressed");
    expect(await recordConsent(bo, { ...given, obtainedOn: today })).toMatchObject({ lifted: true });
    expect((await standing()).state).toBe("valid");
    expect((await kinds()).slice(-2)).toEqual(["consent.recorded", "suppression.lifted"]);
  });

  it("leaves a whole domain on the list", async () => {
    await suppressAddress(bo, { value: "@hollis.example" });
    const given = { email, evidence, basis: "express", obtainedOn: today } as const;
    expect(await recordConsent(bo, given)).toMatchObject({ lifted: false });
    expect(await standing()).toMatchObject({ state: "suppressed", value: "hollis.example" });
  });

  it("is refused to viewers, without evidence, for days to come, and for what is no address", async () => {
    const given = { email, evidence, basis: "express", obtainedOn: today } as const;
    await expect(recordConsent(stage.as("hugo"), given)).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordConsent(bo, { ...given, evidence: " " })).rejects.toThrow("what proves it");
    await expect(recordConsent(bo, { ...given, obtainedOn: "2027-01-01" })).rejects.toThrow("still to come");
    await expect(recordConsent(bo, { ...given, email: "kim" })).rejects.toThrow("Mail can’t be sent");
    expect(await kinds()).toEqual([]);
  });
});

describe("withdrawing consent", () => {
  it("ends all consent of the address and puts it on the list, once", async () => {
    await recordConsent(bo, { email, basis: "express", obtainedOn: "2026-11-01", evidence });
    expect(await withdrawConsent(bo, { email, note: "Wrote to say so." })).toEqual({ withdrawn: 1 });
    expect(await standing()).toMatchObject({ state: "suppressed", reason: "asked" });
    expect((await kinds()).slice(1)).toEqual(["consent.withdrawn", "suppression.added"]);
    await expect(withdrawConsent(bo, { email })).rejects.toMatchObject({ code: "conflict" });
    await expect(withdrawConsent(stage.as("hugo"), { email })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the list that nothing is sent to", () => {
  it("stands for all below a domain, whatever the case, and of two who add it at once one is told", async () => {
    const act = (ctx: UserCtx) => suppressAddress(ctx, { value: "Hollis.EXAMPLE" });
    const lost = await loserOf({ ctx: bo, act }, { ctx: stage.as("ada"), act });
    expect(lost).toMatchObject({ code: "conflict", message: expect.stringContaining("hollis.example") });
    expect((await standing("sol@cold.hollis.example")).state).toBe("suppressed");
    expect((await standing("sol@nothollis.example")).state).toBe("none");
    await expect(suppressAddress(stage.as("hugo"), { value: email })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(suppressAddress(bo, { value: "hollis" })).rejects.toThrow("like example.com");
  });

  it("finds an address by its domain as well, and by a part", async () => {
    await suppressAddress(bo, { value: "hollis.example" });
    await suppressAddress(bo, { value: "sol@other.example" });
    const found = async (words: string) =>
      (await listSuppressions(bo, { words })).rows.map(({ value }) => value);
    expect(await found("kim@cold.hollis.example")).toEqual(["hollis.example"]);
    expect(await found("OTHER")).toEqual(["sol@other.example"]);
    expect(await found("")).toHaveLength(2);
  });
});

describe("lifting a suppression", () => {
  const idOf = async () => (await listSuppressions(bo)).rows[0]?.id ?? "";

  it("takes fresh express consent, which is kept with it", async () => {
    await suppressAddress(bo, { value: "hollis.example" });
    const suppressionId = await idOf();
    const ask = { suppressionId, evidence };
    await expect(liftSuppression(bo, { ...ask, obtainedOn: "2026-11-01" })).rejects.toThrow("since then");
    const { consentId } = await liftSuppression(bo, { ...ask, obtainedOn: today });
    const [row] = await stage.store.raw.select().from(suppressions);
    expect(row).toMatchObject({ liftedBy: CAST.bo.id, consentId });
    // That of a domain lets nobody be written to by itself.
    expect((await standing()).state).toBe("none");
    expect((await kinds()).slice(-2)).toEqual(["consent.recorded", "suppression.lifted"]);
  });

  it("of two who lift it one is told, and viewers may not", async () => {
    await suppressAddress(bo, { value: email });
    const suppressionId = await idOf();
    const act = (ctx: UserCtx) => liftSuppression(ctx, { suppressionId, evidence, obtainedOn: today });
    await expect(act(stage.as("hugo"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await loserOf({ ctx: bo, act }, { ctx: stage.as("ada"), act })).toMatchObject({
      code: "conflict",
    });
    const gone = { suppressionId: "sup_gone", evidence, obtainedOn: today };
    await expect(liftSuppression(bo, gone)).rejects.toMatchObject({ code: "not_found" });
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { documents, drafts, events, sources } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft, storeNotes } from "#e2e/support/drafts";
import { CALL, stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { listRetention, setRetention, sweepRetention } from "#lib/custody/retention";
import { approveDraft } from "#lib/drafts/approve-draft";
import { transact } from "#lib/events/transact";
import { addNote } from "#lib/leads/add-note";
import { keepFacts } from "#lib/leads/keep-facts";
import { listEvents } from "#lib/log/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const DAY_MS = 24 * 3600 * 1000;
const limit = (days: number | null, records: "keep" | "drop" = "keep", going?: number) =>
  setRetention(stage.as("ines"), { workflow: "meeting-notes", days, records, going });

describe("how long sources are kept", () => {
  it("deletes what is older, with its records or without, and says so in the log", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    await limit(30);
    stage.clock.advance(30 * DAY_MS);
    const young = await storeNotes(stage, { text: `${NOTES}\nNew.` });
    expect(await sweepRetention(stage.system)).toBe(0);
    stage.clock.advance(1000);
    expect(await sweepRetention(stage.system)).toBe(1);
    expect(await sweepRetention(stage.system)).toBe(0);

    const [old] = await stage.store.raw.select().from(sources).where(eq(sources.id, sourceId));
    expect(old).toMatchObject({ title: "Deleted source", deletedBy: null });
    const [kept] = await stage.store.raw.select().from(sources).where(eq(sources.id, young.sourceId));
    expect(kept?.deletedAt).toBeNull();
    expect(await stage.store.raw.select().from(documents)).toHaveLength(1);
    const [event] = await stage.store.raw.select().from(events).where(eq(events.kind, "source.deleted"));
    expect(event).toMatchObject({ actorKind: "system", data: { drafts: 1, records: "keep" } });
  });

  it("leaves what is known of a lead, and the follow-up of today", async () => {
    const leadId = await stageLead(stage, { note: null });
    await transact(stage.as("bo"), (work) => keepFacts(stage.as("bo"), work, leadId));
    const call = await addNote(stage.as("bo"), { leadId, kind: "call", text: CALL });
    await setRetention(stage.as("ines"), { workflow: "follow-up", days: 30, records: "drop" });
    stage.clock.advance(31 * DAY_MS);
    await addNote(stage.as("bo"), { leadId, kind: "call", text: `${CALL}\nShe called again.` });
    expect(await sweepRetention(stage.system)).toBe(1);
    const { draftId } = await stageFollowUp(stage, leadId);
    expect(await sweepRetention(stage.system)).toBe(0);
    const [draft] = await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId));
    expect(draft).toMatchObject({ state: "pending" });
    const [old] = await stage.store.raw.select().from(sources).where(eq(sources.id, call.sourceId));
    expect(old?.deletedAt).not.toBeNull();
  });

  it("is nobody’s business but admins’, and none at all until one says so", async () => {
    await storeNotes(stage);
    stage.clock.advance(9999 * DAY_MS);
    expect(await sweepRetention(stage.system)).toBe(0);
    for (const who of ["ada", "bo", "hugo"] as const) {
      const ask = setRetention(stage.as(who), { workflow: "meeting-notes", days: 1, records: "drop" });
      await expect(ask).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await listRetention(stage.system)).toEqual([]);
  });

  it("is changed and taken away; of two at once both are in the log and the last holds", async () => {
    await Promise.all([limit(30), limit(90, "drop")]);
    const [row] = await listRetention(stage.system);
    const told = await stage.store.raw.select().from(events).orderBy(events.seq);
    expect(told.map(({ kind }) => kind)).toEqual(["retention.changed", "retention.changed"]);
    expect(told.at(-1)?.data).toMatchObject({ days: row?.days });
    await limit(null);
    expect(await listRetention(stage.system)).toEqual([]);
  });

  it("begins only once whoever says so knows how many sources go at once", async () => {
    await storeNotes(stage);
    await storeNotes(stage, { by: "bo", visibility: "private", text: `${NOTES}\nOwn.` });
    stage.clock.advance(31 * DAY_MS);
    await storeNotes(stage, { text: `${NOTES}\nNew.` });
    for (const known of [undefined, 1]) {
      await expect(limit(30, "drop", known)).rejects.toMatchObject({
        code: "conflict",
        message: "2 sources came in more than 30 days ago and would be deleted at once. Nothing was changed.",
        detail: { going: 2 },
      });
    }
    expect(await listRetention(stage.system)).toEqual([]);
    await limit(32);
    await limit(30, "drop", 2);
    expect(await sweepRetention(stage.system)).toBe(2);
    const { rows } = await listEvents(stage.as("ines"), { group: "sources" });
    expect(rows.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        "Ines Duarte had sources kept for 32 days, then deleted without their records.",
        "Ines Duarte had sources kept for 30 days, then deleted with their records.",
      ]),
    );
  });

  it("deletes at most some in one sweep, and the rest in the next", async () => {
    for (let n = 0; n < 22; n += 1) await storeNotes(stage, { text: `${NOTES}\nNumber ${n}.` });
    await limit(1, "drop");
    stage.clock.advance(2 * DAY_MS);
    expect(await sweepRetention(stage.system)).toBe(20);
    expect(await sweepRetention(stage.system)).toBe(2);
  });
});

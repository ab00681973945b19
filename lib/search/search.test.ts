import { eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import {
  actions,
  decisions,
  searchEntries,
  searchFills,
  sources,
  sourceVersions,
} from "#drizzle/schema/schema";
import { FOUND_KINDS } from "#drizzle/schema/search";
import { type Stage, setStage } from "#e2e/support/cast";
import { onPostgres } from "#e2e/support/empty-database";
import { SENTENCE, stageMeeting } from "#e2e/support/records";
import { deleteSource } from "#lib/custody/delete-source";
import { redactSource } from "#lib/custody/redact-source";
import type { Store } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { sweepSearch } from "#lib/search/fill-search";
import { findEverywhere } from "#lib/search/queries";

const titleOf = (segments: { text: string }[]) => segments.map(({ text }) => text).join("");

async function found(ctx: UserCtx, words: string): Promise<string[]> {
  const groups = await findEverywhere(ctx, { words });
  return groups.flatMap(({ kind, found }) => found.map(({ title }) => `${kind}: ${titleOf(title)}`));
}

function untilWaiting({ raw }: Store): Promise<void> {
  return vi.waitFor(async () => {
    const { rows } = await raw.execute(sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%upcoming%'`);
    expect(rows).toHaveLength(1);
  });
}

async function stageEverything(stage: Stage) {
  const meeting = await stageMeeting(stage, { title: "Zebra planning" });
  await meeting.action({ text: "Feed the zebra", owner: "bo" });
  await meeting.decision("The zebra stays");
  await meeting.question({ text: "Who pays for the zebra?" });
  await meeting.document("# Zebra\n\n- It eats 4\\.3 kg of hay, **always**.");
  return meeting;
}

describe("finding", () => {
  it("finds everything that has the word, by kind, and marks it", async () => {
    const stage = await setStage();
    await stageEverything(stage);
    expect(await found(stage.as("ada"), "zeb")).toEqual([
      "document: Zebra planning",
      "decision: The zebra stays",
      "action: Feed the zebra",
      "question: Who pays for the zebra?",
      "source: Zebra planning",
    ]);
    const [group] = await findEverywhere(stage.as("ada"), { words: "feed ZEBRA" });
    expect(group?.found[0]).toMatchObject({
      kind: "action",
      title: [
        { text: "Feed", hit: true },
        { text: " the ", hit: false },
        { text: "zebra", hit: true },
      ],
      excerpt: null,
      about: "Bo Tran",
    });
  });

  it("finds words in texts and shows their place", async () => {
    const stage = await setStage();
    await stageEverything(stage);
    const [group] = await findEverywhere(stage.as("ada"), { words: '"said everybody"' });
    expect(group).toMatchObject({ kind: "source", more: false });
    expect(titleOf(group!.found[0]!.excerpt!)).toContain(SENTENCE);
    const [page] = await findEverywhere(stage.as("ada"), { words: "hay" });
    expect(page).toMatchObject({ kind: "document", found: [{ title: [{ text: "Zebra planning" }] }] });
    expect(titleOf(page!.found[0]!.excerpt!)).toBe("Zebra It eats 4.3 kg of hay, always.");
    expect(await found(stage.as("ada"), '"everybody said"')).toEqual([]);
    expect(await found(stage.as("ada"), "zebra -stays -who -feed -hay -room")).toEqual([]);
    expect(await found(stage.as("ada"), "hay or everybody")).toHaveLength(2);
  });

  it("finds decisions by why they were made and what was not taken", async () => {
    const stage = await setStage();
    const { decision } = await stageMeeting(stage);
    const id = await decision("Ship in one format");
    await stage.store.raw
      .update(decisions)
      .set({ because: ["The pilot asked\nfor it"], instead: ["Two formats side by side"] })
      .where(eq(decisions.id, id));
    for (const words of ["pilot", "asked for", "side by side"])
      expect(await found(stage.as("ada"), words)).toEqual(["decision: Ship in one format"]);
    const [group] = await findEverywhere(stage.as("ada"), { words: "pilot" });
    expect(titleOf(group!.found[0]!.excerpt!)).toBe("The pilot asked for it Two formats side by side");
  });

  it("finds words in every alphabet, and people by name, other names and address", async () => {
    const stage = await setStage();
    const { decision } = await stageMeeting(stage);
    await decision("Встреча в Москве, в café ÉTOILE");
    await decision("“Quoted”—dashed…dotted 🎉launch→done ½");
    for (const words of ["quoted", "dashed", "dotted", "launch", "done", "1/2"])
      expect(await found(stage.as("hugo"), words)).toHaveLength(1);
    for (const words of ["москв", "МОСКВЕ", "встреча", "cafe etoile", "Étoile"])
      expect(await found(stage.as("hugo"), words)).toHaveLength(1);
    for (const words of ["lindq", "ada", "ada@larkfield.example"])
      expect(await found(stage.as("hugo"), words)).toContain("person: Ada Lindqvist");
  });

  it("tells that there is more, and more of it when asked for one kind", async () => {
    const stage = await setStage();
    const meeting = await stageMeeting(stage);
    for (let n = 0; n < 8; n++) await meeting.decision(`Giraffe ${n}`);
    const [few] = await findEverywhere(stage.as("ada"), { words: "giraffe" });
    expect([few?.found.length, few?.more]).toEqual([5, true]);
    const [many] = await findEverywhere(stage.as("ada"), { words: "giraffe", kind: "decision" });
    expect([many?.found.length, many?.more]).toEqual([8, false]);
    expect(await findEverywhere(stage.as("ada"), { words: "giraffe", kind: "person" })).toEqual([]);
  });

  it("shows nobody what they may not see, and the owner of an action no more than that", async () => {
    const stage = await setStage();
    const meeting = await stageMeeting(stage, { title: "Okapi", visibility: "private", by: "ada" });
    await meeting.action({ text: "Feed the okapi", owner: "bo" });
    await meeting.decision("The okapi stays");
    await meeting.document("okapi");
    expect(await found(stage.as("ada"), "okapi")).toHaveLength(4);
    expect(await found(stage.as("bo"), "okapi")).toEqual(["action: Feed the okapi"]);
    for (const who of ["dana", "ines", "hugo"] as const)
      expect(await found(stage.as(who), "okapi")).toEqual([]);
  });
});

describe("the index", () => {
  it("follows every change in its own transaction", async () => {
    const stage = await setStage();
    const ada = stage.as("ada");
    const { sourceId, action } = await stageEverything(stage);
    const id = await action({ text: "Call the aardvark" });
    const db = stage.store.raw;
    await db.update(actions).set({ text: "Call the badger" }).where(eq(actions.id, id));
    expect([await found(ada, "aardvark"), await found(ada, "badger")]).toEqual([
      [],
      ["action: Call the badger"],
    ]);
    await db.delete(actions).where(eq(actions.id, id));
    expect(await found(ada, "badger")).toEqual([]);
    const [version] = await db.select().from(sourceVersions).where(eq(sourceVersions.sourceId, sourceId));
    await db.insert(sourceVersions).values({ ...version!, version: 2, text: "A civet instead" });
    await db.update(sources).set({ currentVersion: 2 }).where(eq(sources.id, sourceId));
    expect([await found(ada, "everybody"), await found(ada, "civet")]).toEqual([
      [],
      ["source: Zebra planning"],
    ]);
  });

  it("keeps no word of what was redacted or deleted", async () => {
    const stage = await setStage();
    const ada = stage.as("ada");
    const { sourceId, document } = await stageMeeting(stage, { title: "Quagga", by: "ada" });
    await document("said everybody");
    await redactSource(ada, { sourceId, words: "everybody", points: "keep" });
    expect(await found(ada, "everybody")).toEqual([]);
    expect(await found(ada, "quagga")).toEqual(["document: Quagga", "source: Quagga"]);
    await deleteSource(ada, { sourceId, records: "drop" });
    expect(await found(ada, "quagga")).toEqual([]);
    expect(await stage.store.raw.$count(searchEntries, eq(searchEntries.id, sourceId))).toBe(0);
  });

  it.runIf(onPostgres)("is not filled with what is being deleted meanwhile", async () => {
    const stage = await setStage();
    const { action } = await stageMeeting(stage);
    const id = await action({ text: "Sell the emu" });
    await stage.store.raw.delete(searchEntries);
    const filling = await stage.store.raw.transaction(async (tx) => {
      await tx.delete(actions).where(eq(actions.id, id));
      const sweep = sweepSearch(stage.system);
      // The sweep has come as far as the row, and waits for what becomes of it.
      await untilWaiting(stage.store);
      return { sweep };
    });
    await filling.sweep;
    expect(await stage.store.raw.$count(searchEntries, eq(searchEntries.id, id))).toBe(0);
    expect(await stage.store.raw.$count(searchEntries, eq(searchEntries.kind, "source"))).toBe(1);
  });

  it("is filled with what was there before it, once, and not with what is gone", async () => {
    const stage = await setStage();
    const ada = stage.as("ada");
    const { sourceId } = await stageEverything(stage);
    const gone = await stageMeeting(stage, { title: "Quagga", by: "ada" });
    await deleteSource(ada, { sourceId: gone.sourceId, records: "drop" });
    const before = await stage.store.raw.select().from(searchEntries).orderBy(searchEntries.id);
    await stage.store.raw.delete(searchEntries);
    expect(await found(ada, "zebra")).toEqual([]);
    await sweepSearch(ada);
    await sweepSearch(ada);
    expect(await stage.store.raw.select().from(searchEntries).orderBy(searchEntries.id)).toEqual(before);
    expect(before.map(({ id }) => id)).toContain(sourceId);
    const fills = await stage.store.raw.select().from(searchFills);
    expect(fills.filter(({ doneAt }) => doneAt !== null)).toHaveLength(FOUND_KINDS.length);
  });
});

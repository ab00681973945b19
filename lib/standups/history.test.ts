import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  blockerSayings,
  blockers,
  sources,
  sourceVersions,
  standupUpdates,
  teamMembers,
  teams,
} from "#drizzle/schema/schema";
import { CAST, type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { addDays } from "#lib/format/dates";
import { getHistory } from "#lib/standups/history";

const SALES = "tea_sales";
const LAST = "2026-11-20";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  const { raw } = stage.store;
  // Bo is in Engineering, which Dana leads, and in Sales, which Ada leads.
  await raw.insert(teams).values({ id: SALES, name: "Sales", leadId: CAST.ada.id, createdAt: new Date() });
  await raw.insert(teamMembers).values([
    { teamId: ENGINEERING.id, userId: CAST.bo.id },
    { teamId: SALES, userId: CAST.bo.id },
    { teamId: SALES, userId: CAST.ada.id },
  ]);
});

/** Something Bo said so many days ago; returns its source. */
async function say(
  ago: number,
  { teamId = ENGINEERING.id as string, text = "Merged it.", by = "bo" as CastKey } = {},
) {
  const day = addDays(LAST, -ago);
  const id = `${by}_${teamId}_${ago}`;
  const createdAt = stage.clock.now();
  const { raw } = stage.store;
  await raw.insert(sources).values({
    id: `src_${id}`,
    workflow: "standup",
    title: "Update",
    heldOn: day,
    timeZone: "UTC",
    authorId: CAST[by].id,
    visibility: "team",
    teamId,
    provenance: { via: "paste", format: "text" },
    contentHash: id,
    createdAt,
  });
  const version = { version: 1, text, hash: id, lines: 1, words: 2, createdBy: CAST[by].id, createdAt };
  await raw.insert(sourceVersions).values({ sourceId: `src_${id}`, ...version });
  await raw.insert(standupUpdates).values({
    id: `upd_${id}`,
    teamId,
    day,
    userId: CAST[by].id,
    name: CAST[by].name,
    sourceId: `src_${id}`,
    via: "page",
    late: ago === 2,
    createdAt,
    changedAt: createdAt,
  });
  return `src_${id}`;
}

const daysSeenBy = async (key: CastKey) =>
  (await getHistory(stage.as(key), { userId: CAST.bo.id })).rows.map(({ day, team }) => `${day} ${team}`);

describe("a history", () => {
  it("is whole to whose it is, and to the lead of a team what was said to that team", async () => {
    await say(1);
    await say(2, { teamId: SALES });
    await say(1, { by: "dana" });
    expect(await daysSeenBy("bo")).toEqual(["2026-11-19 Engineering", "2026-11-18 Sales"]);
    expect(await daysSeenBy("dana")).toEqual(["2026-11-19 Engineering"]);
    expect(await daysSeenBy("ada")).toEqual(["2026-11-18 Sales"]);
  });

  it("is nobody else’s: not a team-mate’s, and not a leader’s or an admin’s who isn’t their lead", async () => {
    await say(1);
    for (const key of ["chidi", "ines", "hugo"] as const)
      await expect(daysSeenBy(key)).rejects.toMatchObject({ code: "not_found" });
    await stage.store.raw.delete(teamMembers).where(eq(teamMembers.teamId, SALES));
    await expect(daysSeenBy("ada")).rejects.toMatchObject({ code: "not_found" });
  });

  it("has what was in the way that day, and leaves out what was none", async () => {
    const sourceId = await say(1, { text: "Waiting for the key." });
    const createdAt = stage.clock.now();
    const known = {
      teamId: ENGINEERING.id,
      visibility: "team" as const,
      text: "The key",
      personId: CAST.bo.id,
      personName: CAST.bo.name,
      firstOn: LAST,
      lastOn: LAST,
      createdAt,
    };
    await stage.store.raw.insert(blockers).values([
      { id: "blk_1", state: "resolved", days: 3, ...known },
      { id: "blk_2", state: "dismissed", ...known },
    ]);
    const said = { sourceId, sourceVersion: 1, day: LAST, quote: "Waiting for the key.", createdAt };
    await stage.store.raw.insert(blockerSayings).values([
      { blockerId: "blk_1", start: 0, end: 20, ...said },
      { blockerId: "blk_1", start: 1, end: 20, ...said },
      { blockerId: "blk_2", start: 0, end: 20, ...said },
    ]);
    const { rows } = await getHistory(stage.as("dana"), { userId: CAST.bo.id });
    expect(rows[0]?.blockers).toEqual([
      { id: "blk_1", quote: "Waiting for the key.", state: "resolved", days: 3 },
    ]);
  });

  it("is read page after page, each update once, and not what was deleted", async () => {
    for (let ago = 1; ago <= 45; ago++) await say(ago, { text: "x".repeat(1001) });
    const gone = await say(46);
    await stage.store.raw.update(sources).set({ deletedAt: new Date() }).where(eq(sources.id, gone));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await getHistory(stage.as("bo"), { userId: CAST.bo.id, cursor: cursor ?? undefined });
      expect(page.rows.length).toBeLessThanOrEqual(20);
      expect(page.rows.every(({ text, cut }) => text.length === 1000 && cut)).toBe(true);
      seen.push(...page.rows.map(({ day }) => day));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => addDays(LAST, -n - 1)));
  });

  it("refuses a cursor that no list made", async () => {
    const asked = getHistory(stage.as("bo"), { userId: CAST.bo.id, cursor: "made-up" });
    await expect(asked).rejects.toMatchObject({ code: "invalid" });
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runSources, runs, standupDays, standups, standupUpdates, teamMembers } from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup } from "#e2e/support/standups";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { writeDigestNow } from "#lib/digests/write-now";
import { isAppError } from "#lib/errors";
import { instantAt } from "#lib/format/zoned";
import { changeStandup } from "#lib/standups/change-standup";

const DAYS = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"];
const ZONE = "America/Toronto";
const teamId = ENGINEERING.id;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  // Bo can post too.
  await stage.store.raw.insert(teamMembers).values({ teamId, userId: CAST.bo.id });
});

const sweep = () => sweepStandups(stage.system);
const dayOf = async (day: string) => {
  const [row] = await stage.store.raw.select().from(standupDays).where(eq(standupDays.day, day));
  return row;
};

/** All at once; who lost a race is told so, and nothing else goes wrong. */
async function race(...acts: (() => Promise<unknown>)[]): Promise<void> {
  const ended = await Promise.allSettled(acts.map((act) => act()));
  for (const one of ended)
    if (
      one.status === "rejected" &&
      !isAppError(one.reason, "conflict") &&
      !isAppError(one.reason, "invalid")
    )
      throw one.reason;
}

/** Whose update of a day stands in its digest, and whose is marked late. */
async function updatesOf(day: string) {
  const { raw } = stage.store;
  const runId = (await dayOf(day))?.runId ?? "";
  const read = await raw.select().from(runSources).where(eq(runSources.runId, runId));
  const ids = new Set(read.map(({ sourceId }) => sourceId));
  const written = await raw.select().from(standupUpdates).where(eq(standupUpdates.day, day));
  return written.map(({ userId, late, sourceId }) => ({ userId, late, read: ids.has(sourceId) }));
}

describe("at the hour", () => {
  it.each(DAYS)("of %s two workers, whoever asks for it, and late writers make one digest", async (day) => {
    stage.clock.set(instantAt(day, 540, ZONE).toISOString());
    await stageStandup(stage, { remindAt: null });
    await post(stage, "chidi", "Renewed the certificate.");
    stage.clock.set(instantAt(day, 600, ZONE).toISOString());
    await race(
      () => post(stage, "bo", "Called Hollis."),
      sweep,
      () => writeDigestNow(stage.as("dana"), { teamId, day }),
      sweep,
      () => writeDigestNow(stage.as("ada"), { teamId, day }),
      () => post(stage, "dana", "Merged it."),
      () => post(stage, "chidi", "Renewed both certificates."),
    );
    expect(await stage.store.raw.$count(runs)).toBe(1);
    expect(await dayOf(day)).toMatchObject({ state: "closed", closedAt: stage.clock.now() });
    expect(await stage.store.raw.$count(standupDays, eq(standupDays.state, "open"))).toBe(1);
    const updates = await updatesOf(day);
    expect(updates).toHaveLength(3);
    // Chidi’s first words are in it, whether or not the change of them came in time.
    for (const { userId, late, read } of updates) if (userId !== CAST.chidi.id) expect(read).toBe(!late);
  });

  it("moved by somebody as it comes, it is written at the new one", async () => {
    await stageStandup(stage, { remindAt: null });
    await post(stage, "chidi", "Renewed the certificate.");
    stage.clock.advance(3_600_000);
    const [held] = await stage.store.raw.select().from(standups);
    if (!held) throw new Error("There is no stand-up.");
    await race(sweep, () => changeStandup(stage.as("dana"), { ...held, digestAt: 720 }), sweep);
    const moved = (await dayOf("2026-11-20"))?.state === "open" ? "2026-11-20" : "2026-11-23";
    expect((await dayOf(moved))?.dueAt).toEqual(instantAt(moved, 720, ZONE));
    stage.clock.advance(7_200_000);
    await race(sweep, sweep);
    expect(await stage.store.raw.$count(runs)).toBe(1);
    expect((await dayOf("2026-11-20"))?.state).toBe("closed");
  });

  it("ended by somebody as it comes, nothing more is put down", async () => {
    await stageStandup(stage, { remindAt: null });
    await post(stage, "chidi", "Renewed the certificate.");
    stage.clock.advance(3_600_000);
    const [held] = await stage.store.raw.select().from(standups);
    if (!held) throw new Error("There is no stand-up.");
    await race(sweep, () => changeStandup(stage.as("dana"), { ...held, active: false }), sweep);
    await sweep();
    expect(await stage.store.raw.$count(standupDays, eq(standupDays.state, "open"))).toBe(0);
  });
});

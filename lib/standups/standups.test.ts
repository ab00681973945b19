import { asc, desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  blockers,
  events,
  sources,
  sourceVersions,
  standupUpdates,
  teamMembers,
} from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import { post, stageStandup, WEEKDAYS } from "#e2e/support/standups";
import { deleteSource } from "#lib/custody/delete-source";
import { shareSource } from "#lib/custody/share-source";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { changeStandup } from "#lib/standups/change-standup";
import { getOwnUpdate, getStandupDay } from "#lib/standups/day-queries";
import { postTeamUpdate } from "#lib/standups/post-team-update";
import { postUpdate } from "#lib/standups/post-update";

const teamId = ENGINEERING.id;
let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const updates = () =>
  stage.store.raw.select().from(standupUpdates).orderBy(asc(standupUpdates.name), asc(standupUpdates.day));
const lastEvents = async (count: number) =>
  (await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(count)).map(
    ({ kind }) => kind,
  );

describe("changeStandup", () => {
  it("begins a team's stand-up, and tells what was changed", async () => {
    await stageStandup(stage);
    const [event] = await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1);
    expect(event).toMatchObject({ kind: "standup.changed", subjectId: teamId, actorId: CAST.dana.id });
    await changeStandup(stage.as("dana"), { ...WEEKDAYS, digestAt: 660, version: 1 });
    const [next] = await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1);
    expect(next?.data).toEqual({ fields: ["digestAt"] });
    expect((await getStandupDay(stage.as("bo"), teamId)).dueAt).toBe("2026-11-20T16:00:00.000Z");
  });

  it("is for the lead, leaders and admins", async () => {
    await expect(changeStandup(stage.as("chidi"), WEEKDAYS)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lets one of two win", async () => {
    await stageStandup(stage);
    const to = (digestAt: number) => (ctx: ReturnType<Stage["as"]>) =>
      changeStandup(ctx, { ...WEEKDAYS, digestAt, version: 1 });
    const lost = await loserOf(
      { ctx: stage.as("dana"), act: to(610) },
      { ctx: stage.as("ada"), act: to(620) },
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });

  it("keeps what was written where it ends and begins again", async () => {
    await stageStandup(stage);
    await post(stage, "dana", "Merged it.");
    await changeStandup(stage.as("dana"), { ...WEEKDAYS, active: false, version: 1 });
    await expect(post(stage, "chidi", "Renewed it.")).rejects.toMatchObject({ code: "invalid" });
    await changeStandup(stage.as("dana"), { ...WEEKDAYS, version: 2 });
    expect((await getStandupDay(stage.as("bo"), teamId)).people.map(({ update }) => update?.text)).toEqual([
      undefined,
      "Merged it.\n",
    ]);
  });
});

describe("postUpdate", () => {
  beforeEach(() => stageStandup(stage));

  it("keeps the parts under their labels, as a source of the team's", async () => {
    const posted = await postUpdate(
      stage.as("dana"),
      { teamId, done: "merged the fix\n- wrote the notes", blockers: "waiting on legal" },
      "page",
    );
    expect(posted).toMatchObject({ day: "2026-11-20", changed: false, late: false });
    const [row] = await stage.store.raw
      .select({ title: sources.title, visibility: sources.visibility, text: sourceVersions.text })
      .from(sources)
      .innerJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
      .where(eq(sources.id, posted.sourceId));
    expect(row).toEqual({
      title: "Dana Weiss, Fri 20 Nov",
      visibility: "open",
      text: "Yesterday\n- merged the fix\n- wrote the notes\n\nBlockers\n- waiting on legal\n",
    });
    expect(await lastEvents(3)).toContain("update.posted");
    expect((await getOwnUpdate(stage.as("dana"), teamId)).written).toEqual({
      text: "",
      done: "merged the fix\nwrote the notes",
      next: "",
      blockers: "waiting on legal",
    });
  });

  it("changes what was written until the digest, and marks it late afterwards", async () => {
    const first = await post(stage, "dana", "Merged it.");
    const second = await post(stage, "dana", "Merged it, and the tests.");
    expect(second).toEqual({ ...first, changed: true });
    expect(await lastEvents(1)).toEqual(["update.changed"]);
    await expect(post(stage, "dana", "Merged it, and the tests.")).rejects.toMatchObject({
      code: "conflict",
    });
    stage.clock.advance(2 * 3_600_000);
    await sweepStandups(stage.system);
    expect(await post(stage, "dana", "Late words.")).toMatchObject({ day: "2026-11-20", late: true });
  });

  it("begins with what was planned the last time", async () => {
    stage.clock.set("2026-11-19T14:00:00.000Z");
    await postUpdate(stage.as("dana"), { teamId, next: "run the merge\nwrite the notes" }, "page");
    stage.clock.set("2026-11-20T14:00:00.000Z");
    expect(await getOwnUpdate(stage.as("dana"), teamId)).toMatchObject({
      day: "2026-11-20",
      written: null,
      planned: "run the merge\nwrite the notes",
    });
  });

  it("is of the writer's own day, and of the next stand-up on a weekend", async () => {
    stage.clock.set("2026-11-22T14:00:00.000Z");
    expect(await post(stage, "dana", "Read up on it.")).toMatchObject({ day: "2026-11-23" });
  });

  it("is for members of the team, and never for who only reads", async () => {
    await expect(post(stage, "bo", "Sold it.")).rejects.toMatchObject({ code: "forbidden" });
    await stage.store.raw.insert(teamMembers).values({ teamId, userId: CAST.hugo.id });
    await expect(post(stage, "hugo", "Read it.")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is there once where it is posted twice at once", async () => {
    const twice = {
      ctx: stage.as("dana"),
      act: (ctx: ReturnType<Stage["as"]>) => postUpdate(ctx, { teamId, text: "Merged it." }, "page"),
    };
    expect(await loserOf(twice, twice)).toMatchObject({ code: "conflict" });
    expect(await updates()).toHaveLength(1);
  });
});

describe("postTeamUpdate", () => {
  const TEXT =
    "Dana:\n- merged the fix\nChidi:\n- renewing the certificate\n- blocked by IT\nRobin:\n- on support\n";
  beforeEach(() => stageStandup(stage));

  it("keeps each person's words as theirs", async () => {
    const told = await postTeamUpdate(stage.as("dana"), { teamId, text: TEXT }, "paste");
    expect(told).toEqual({ day: "2026-11-20", posted: ["Dana Weiss", "Chidi Okafor", "Robin"], had: [] });
    expect((await updates()).map(({ name, userId }) => [name, userId])).toEqual([
      ["Chidi Okafor", CAST.chidi.id],
      ["Dana Weiss", CAST.dana.id],
      ["Robin", null],
    ]);
  });

  it("leaves alone who wrote themselves, and all where it comes again", async () => {
    await post(stage, "chidi", "Renewed it.");
    expect(await postTeamUpdate(stage.as("ada"), { teamId, text: TEXT }, "paste")).toMatchObject({
      had: ["Chidi Okafor"],
    });
    await expect(postTeamUpdate(stage.as("dana"), { teamId, text: TEXT }, "paste")).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("needs two names, and somebody of the team", async () => {
    await expect(
      postTeamUpdate(stage.as("dana"), { teamId, text: "Merged it." }, "paste"),
    ).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(postTeamUpdate(stage.as("bo"), { teamId, text: TEXT }, "paste")).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("an update that was taken away", () => {
  it("can be written anew on its day, also where it was deleted", async () => {
    await stageStandup(stage);
    const { sourceId } = await post(stage, "dana", "Merged it.");
    await deleteSource(stage.as("dana"), { sourceId, records: "drop" });
    expect(await post(stage, "dana", "Merged it all.")).toMatchObject({ changed: false });
    expect(await updates()).toHaveLength(1);
  });

  it("is told no more than its writer shares where they change it", async () => {
    await stageStandup(stage);
    const { sourceId } = await post(stage, "dana", "Merged it.");
    await shareSource(stage.as("dana"), { sourceId, visibility: "private" });
    await post(stage, "dana", "Merged it.\nBlockers: waiting on Ostrander for the permit");
    expect(await stage.store.raw.$count(blockers)).toBe(0);
  });
});

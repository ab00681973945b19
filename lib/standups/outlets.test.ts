import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { sources, standups, teamMembers } from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup, writeDigest } from "#e2e/support/standups";
import { shareSource } from "#lib/custody/share-source";
import { digestOutlets } from "#lib/standups/outlets";

const teamId = ENGINEERING.id;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  // Hugo only reads, and belongs to the team all the same.
  await stage.store.raw.insert(teamMembers).values({ teamId, userId: CAST.hugo.id });
});

async function digestOf(visibility: "team" | "open"): Promise<string> {
  await stageStandup(stage, { visibility, mailTeam: true, remindAt: null });
  await post(stage, "dana", "Merged the two-pass merge.");
  stage.clock.advance(3_600_000);
  return (await writeDigest(stage)).draftId;
}
const mailed = async (draftId: string) =>
  (await digestOutlets(stage.store.raw, draftId)).map(({ recipient }) => recipient).toSorted();
const ids = (...people: (keyof typeof CAST)[]) => people.map((key) => CAST[key].id).toSorted();

describe("a digest by mail", () => {
  it("goes to members who may read it: who only reads, where it is open to all", async () => {
    expect(await mailed(await digestOf("open"))).toEqual(ids("chidi", "dana", "hugo"));
  });

  it("does not go to members who only read where it is the team’s", async () => {
    expect(await mailed(await digestOf("team"))).toEqual(ids("chidi", "dana"));
  });

  it("goes nowhere, nor to a channel, once one of its updates is shared with fewer people", async () => {
    const draftId = await digestOf("open");
    await stage.store.raw.update(standups).set({ slackChannelId: "slc_1" });
    const [update] = await stage.store.raw
      .select({ id: sources.id })
      .from(sources)
      .where(eq(sources.authorId, CAST.dana.id))
      .orderBy(asc(sources.createdAt), asc(sources.id));
    await shareSource(stage.as("dana"), { sourceId: update?.id ?? "", visibility: "private" });
    expect(await digestOutlets(stage.store.raw, draftId)).toEqual([]);
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { slackChannels, standups, teams } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { insertSlackChannel } from "#e2e/support/slack";
import { stageStandup } from "#e2e/support/standups";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

it("a digest goes to a Slack channel of the team’s own", async () => {
  const slackChannelId = await insertSlackChannel(stage);
  await stageStandup(stage, { slackChannelId });
  expect(await stage.store.raw.select().from(standups)).toMatchObject([{ slackChannelId }]);
});

it("and to no other team’s, nor to one that was unlinked", async () => {
  const slackChannelId = await insertSlackChannel(stage);
  const at = stage.clock.now();
  await stage.store.raw.insert(teams).values({ id: "tea_sales", name: "Sales", createdAt: at });
  const change = (columns: Partial<typeof slackChannels.$inferInsert>) =>
    stage.store.raw.update(slackChannels).set(columns).where(eq(slackChannels.id, slackChannelId));
  await change({ teamId: "tea_sales" });
  await expect(stageStandup(stage, { slackChannelId })).rejects.toMatchObject({ code: "invalid" });
  await change({ teamId: "tea_engineering", removedAt: at });
  await expect(stageStandup(stage, { slackChannelId })).rejects.toMatchObject({ code: "invalid" });
  expect(await stage.store.raw.$count(standups)).toBe(0);
});

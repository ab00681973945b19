import { expect, it } from "vitest";
import { deliveries } from "#drizzle/schema/schema";
import { CAST, setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import { insertSlackChannel } from "#e2e/support/slack";
import { newId } from "#lib/db/ids";
import { listDraftDeliveries } from "#lib/deliveries/queries";

it("names Slack channels and colleagues, and leaves all others as they stand", async () => {
  const stage = await setStage();
  const { draftId } = await stageMeeting(stage);
  const at = stage.clock.now();
  const goTo = (channel: string, recipient: string) =>
    stage.store.raw.insert(deliveries).values({
      id: newId("dlv", stage.clock.now()),
      ...{ draftId, revision: 1, channel, recipient, state: "sent" },
      ...{ dueAt: at, createdAt: stage.clock.now() },
    });
  for (const [channel, recipient] of [
    ["slack", await insertSlackChannel(stage)],
    ["circular", CAST.bo.id],
    ["slack", "slc_gone"],
    ["mail", "kim@hollis.example"],
  ] as const) {
    await goTo(channel, recipient);
    stage.clock.advance(1000);
  }
  const shown = await listDraftDeliveries(stage.store.raw, draftId);
  expect(shown.map(({ recipient }) => recipient)).toEqual([
    "#eng-standup",
    "Bo Tran",
    "slc_gone",
    "kim@hollis.example",
  ]);
});

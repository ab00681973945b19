import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { LARKFIELD } from "#e2e/support/outreach-settings";
import { loserOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import { changeOutreach } from "#lib/outreach/change-outreach";
import { changeVoice } from "#lib/outreach/change-voice";
import { getOutreach, getVoice } from "#lib/outreach/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
const recorded = () =>
  stage.store.raw.select({ kind: events.kind, data: events.data }).from(events).orderBy(asc(events.seq));

describe("what the company’s mails say of it", () => {
  it("is said by a leader, and said again", async () => {
    await changeOutreach(stage.as("ada"), LARKFIELD);
    await changeOutreach(stage.as("ines"), { ...LARKFIELD, contact: "sales@larkfield.example", version: 1 });
    expect(await getOutreach(stage.as("bo"))).toEqual({
      ...LARKFIELD,
      contact: "sales@larkfield.example",
      version: 2,
    });
    expect(await recorded()).toEqual([
      { kind: "outreach.changed", data: { fields: ["businessName", "mailingAddress", "contact"] } },
      { kind: "outreach.changed", data: { fields: ["contact"] } },
    ]);
  });

  it("is not for members to say", async () => {
    await expect(changeOutreach(stage.as("bo"), LARKFIELD)).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([{ cadenceDays: [3, 0] }, { cadenceDays: [] }, { undoSeconds: 1 }, { quietDays: 0 }])(
    "refuses %o",
    async (wrong) => {
      await expect(changeOutreach(stage.as("ines"), { ...LARKFIELD, ...wrong })).rejects.toThrow();
    },
  );

  it("goes to the faster of two", async () => {
    const say = { ctx: stage.as("ines"), act: (ctx: UserCtx) => changeOutreach(ctx, LARKFIELD) };
    expect(await loserOf(say, say)).toMatchObject({ code: "conflict" });
  });
});

describe("a voice", () => {
  const VOICE = {
    signature: "Bo\nLarkfield",
    tone: "Short.",
    version: 0,
  };

  it("is one’s own", async () => {
    await changeVoice(stage.as("bo"), VOICE);
    expect(await getVoice(stage.as("bo"))).toMatchObject({
      signature: "Bo\nLarkfield",
      version: 1,
    });
    expect(await getVoice(stage.as("ada"))).toMatchObject({ signature: "", version: 0 });
    expect(await recorded()).toEqual([{ kind: "voice.changed", data: {} }]);
  });

  it("is not for who only reads", async () => {
    await expect(changeVoice(stage.as("hugo"), VOICE)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not overwritten from another window", async () => {
    await changeVoice(stage.as("bo"), VOICE);
    await expect(changeVoice(stage.as("bo"), VOICE)).rejects.toMatchObject({ code: "conflict" });
  });
});

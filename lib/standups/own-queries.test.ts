import { beforeEach, describe, expect, it } from "vitest";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup } from "#e2e/support/standups";
import { recordAbsence } from "#lib/calendar/record-absence";
import { listOwnStandups } from "#lib/standups/own-queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stageStandup(stage);
});

describe("listOwnStandups", () => {
  it("says of each of one's teams whether one wrote, and when its digest is due", async () => {
    const before = {
      teamId: ENGINEERING.id,
      name: ENGINEERING.name,
      day: "2026-11-20",
      state: "open",
      dueAt: "2026-11-20T15:00:00.000Z",
      written: false,
      away: null,
    };
    expect(await listOwnStandups(stage.as("chidi"))).toEqual([before]);
    await post(stage, "chidi", "Renewed it.");
    expect(await listOwnStandups(stage.as("chidi"))).toEqual([{ ...before, written: true }]);
    expect(await listOwnStandups(stage.as("dana"))).toEqual([before]);
  });

  it("expects nothing of who is away", async () => {
    const stretch = { userId: CAST.chidi.id, fromOn: "2026-11-20", untilOn: "2026-11-24" };
    await recordAbsence(stage.as("chidi"), stretch);
    const [own] = await listOwnStandups(stage.as("chidi"));
    expect(own).toMatchObject({ written: false, away: "away until Tue 24 Nov" });
  });

  it("has none for who belongs to no team that holds one, and none that came to an end", async () => {
    expect(await listOwnStandups(stage.as("bo"))).toEqual([]);
    await stageStandup(stage, { active: false, version: 1 });
    expect(await listOwnStandups(stage.as("chidi"))).toEqual([]);
  });
});

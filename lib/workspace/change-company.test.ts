import { beforeEach, expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { COMPANY, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import { changeCompany } from "#lib/workspace/change-company";
import { getCompany } from "#lib/workspace/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

it("renames the company", async () => {
  await changeCompany(stage.as("ines"), { ...COMPANY, name: "Larkfield" });
  expect(await getCompany(stage.system)).toEqual({ ...COMPANY, name: "Larkfield" });
  const [event] = await stage.store.raw.select().from(events);
  expect(event).toMatchObject({ kind: "workspace.changed", data: { fields: ["name"] } });
});

it("says nothing in the log where nothing changes", async () => {
  await changeCompany(stage.as("ines"), COMPANY);
  expect(await stage.store.raw.select().from(events)).toEqual([]);
});

it.each(["ada", "bo", "hugo"] as const)("refuses %s", async (who) => {
  await expect(changeCompany(stage.as(who), { ...COMPANY, name: "Larkfield" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("tells the second of two that the first was faster", async () => {
  const rename = (name: string) => ({
    ctx: stage.as("ines"),
    act: (ctx: UserCtx) => changeCompany(ctx, { ...COMPANY, name }),
  });
  expect(await loserOf(rename("Larkfield"), rename("Larkfield Labs"))).toMatchObject({ code: "conflict" });
});

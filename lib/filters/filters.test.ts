import { beforeEach, expect, it } from "vitest";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { dropFilter, keepFilter, renameFilter } from "#lib/filters/keep-filter";
import { listFilters } from "#lib/filters/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const filter = { show: "untraced", by: CAST.bo.id } as const;
const names = async () => (await listFilters(stage.as("ada"))).map(({ name }) => name);

it("is kept, renamed and dropped by whoever keeps it, each with its event", async () => {
  const { id } = await keepFilter(stage.as("ada"), { name: "Bo’s doubtful ones", filter });
  expect(await listFilters(stage.as("ada"))).toEqual([{ id, name: "Bo’s doubtful ones", filter }]);
  expect(await listFilters(stage.as("bo"))).toEqual([]);
  await renameFilter(stage.as("ada"), { filterId: id, name: "From Bo" });
  expect(await names()).toEqual(["From Bo"]);
  await dropFilter(stage.as("ada"), { filterId: id });
  expect(await names()).toEqual([]);
  const kinds = await kindsOf(stage.store, CAST.ada.id);
  expect(kinds.slice(-3)).toEqual(["filter.kept", "filter.renamed", "filter.dropped"]);
});

it("is nobody else’s to rename or drop", async () => {
  const { id } = await keepFilter(stage.as("ada"), { name: "Mine", filter });
  await expect(renameFilter(stage.as("ines"), { filterId: id, name: "x" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(dropFilter(stage.as("ines"), { filterId: id })).rejects.toMatchObject({ code: "not_found" });
});

it("has a name of its own: of two kept at once under one name one is refused", async () => {
  const act = (ctx: ReturnType<Stage["as"]>) => keepFilter(ctx, { name: "Twice", filter });
  const ada = stage.as("ada");
  expect(await loserOf({ ctx: ada, act }, { ctx: ada, act })).toMatchObject({ code: "conflict" });
  const { id } = await keepFilter(ada, { name: "Other", filter });
  await expect(renameFilter(ada, { filterId: id, name: "TWICE" })).rejects.toMatchObject({
    code: "conflict",
    message: "You have a filter called “TWICE” already.",
  });
});

import { expect, it } from "vitest";
import { testStore } from "#e2e/support/database";
import { listBlockers } from "#lib/blockers/queries";
import { foundCompany } from "#lib/cli/sample/found-company";
import { planStandups } from "#lib/cli/sample/standups";
import { makeWorld } from "#lib/cli/sample/world";

const END = new Date("2026-11-20T14:00:00Z");

it("leaves something that asks for an owner, something somebody is on, and something resolved", async () => {
  const world = makeWorld(await testStore(), new Date("2026-11-09T14:00:00Z"), END);
  await foundCompany(world, "mavo-tiru-kelo-sani-pudo");
  planStandups(world);
  await world.run();
  const { rows } = await listBlockers(world.as("ada"), {});
  expect(rows).toMatchObject([
    { state: "open", days: 3, personName: "Chidi Okafor", escalatedAt: expect.any(String) },
    { state: "owned", days: 2, ownerName: "Dana Weiss" },
  ]);
  const resolved = await listBlockers(world.as("ada"), { state: "resolved" });
  expect(resolved.rows).toMatchObject([
    { closing: "Grace got the quote signed.", waitsForTeamName: "Sales" },
  ]);
});

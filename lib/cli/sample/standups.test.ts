import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { deliveries, drafts } from "#drizzle/schema/schema";
import { testStore } from "#e2e/support/database";
import { listBlockers } from "#lib/blockers/queries";
import { planBrief } from "#lib/cli/sample/brief";
import { foundCompany } from "#lib/cli/sample/found-company";
import { planStandups } from "#lib/cli/sample/standups";
import { makeWorld, type World } from "#lib/cli/sample/world";
import { getDraft } from "#lib/drafts/queries";

const END = new Date("2026-11-20T14:00:00Z");

async function live(...plans: ((world: World) => void)[]): Promise<World> {
  const world = makeWorld(await testStore(), new Date("2026-11-09T14:00:00Z"), END);
  await foundCompany(world, "mavo-tiru-kelo-sani-pudo");
  for (const plan of plans) plan(world);
  await world.run();
  return world;
}

it("leaves something that asks for an owner, something somebody is on, and something resolved", async () => {
  const world = await live(planStandups);
  const { rows } = await listBlockers(world.as("ada"), {});
  expect(rows).toMatchObject([
    { state: "open", days: 3, personName: "Chidi Okafor", escalatedAt: expect.any(String) },
    { state: "open", days: 1, personName: "Bo Tran", waitsForTeamName: "Engineering" },
    { state: "owned", days: 2, ownerName: "Dana Weiss" },
  ]);
  const resolved = await listBlockers(world.as("ada"), { state: "resolved" });
  expect(resolved.rows).toMatchObject([
    { closing: "Grace got the quote signed.", waitsForTeamName: "Sales" },
  ]);
});

it("lets the digests of one team go out by themselves, and the leader’s week wait for her", async () => {
  const { ports, as } = await live(planStandups, planBrief);
  const db = ports.store.raw;
  const out = await db.select().from(deliveries);
  expect(out.map(({ channel, state }) => `${channel} ${state}`)).toEqual(Array(4).fill("circular sent"));
  const [brief] = await db.select().from(drafts).where(eq(drafts.workflow, "weekly-brief"));
  expect(brief).toMatchObject({ state: "pending", counts: { untraced: 0 } });
  const { statements } = await getDraft(as("ada"), brief?.id ?? "");
  expect(statements.map(({ text }) => text).join("\n")).toContain("staging certificate");
});

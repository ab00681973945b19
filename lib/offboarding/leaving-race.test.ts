import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { actions, users } from "#drizzle/schema/schema";
import { CAST, setStage } from "#e2e/support/cast";
import { onPostgres } from "#e2e/support/empty-database";
import { stageMeeting } from "#e2e/support/records";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";

const { ada, dana } = CAST;

it.runIf(onPostgres)("waits for whoever is just giving them something, on PostgreSQL", async () => {
  const stage = await setStage();
  const act = await (await stageMeeting(stage)).action({ owner: "bo" });
  const holding = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const giving = stage.store.raw.transaction(async (tx) => {
    await tx.select().from(users).where(eq(users.id, dana.id)).for("share");
    await tx.update(actions).set({ ownerId: dana.id }).where(eq(actions.id, act));
    holding.resolve();
    await letGo.promise;
  });
  await holding.promise;
  const leaving = deactivatePerson(stage.as("ines"), {
    userId: dana.id,
    takeOver: { actions: ada.id },
  });
  letGo.resolve();
  await Promise.all([giving, leaving]);
  const [row] = await stage.store.raw.select().from(actions).where(eq(actions.id, act));
  expect(row).toMatchObject({ ownerId: ada.id });
});

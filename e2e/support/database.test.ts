import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events, users } from "#drizzle/schema/schema";
import { CAST, setStage } from "#e2e/support/cast";
import { testStore } from "#e2e/support/database";
import { onPostgres } from "#e2e/support/empty-database";
import { transact } from "#lib/events/transact";

describe("setStage", () => {
  it.each(["first", "second"])("starts from nothing every time (%s)", async () => {
    const { store, queue, clock, as } = await setStage();
    await transact(as("ada"), async ({ tx, record, enqueue }) => {
      await tx.update(users).set({ name: "Ada L." }).where(eq(users.id, CAST.ada.id));
      record({ kind: "user.changed", subjectId: CAST.ada.id, data: { fields: ["name"] } });
      enqueue({ kind: "run", id: "run_1" });
    });
    const [event, ...more] = await store.raw.select().from(events);
    expect(event).toMatchObject({ seq: 1, actorId: CAST.ada.id, at: clock.now() });
    expect(more).toEqual([]);
    expect(queue.entries).toEqual([{ kind: "run", id: "run_1" }]);
  });
});

describe("testStore", () => {
  it("has the schema and no rows", async () => {
    const store = await testStore();
    expect(await store.raw.select().from(users)).toEqual([]);
  });

  it.skipIf(onPostgres)(
    "gives rows in the order that a statement says, and else not as they came",
    async () => {
      const { store } = await setStage();
      const ids = store.raw.select({ id: users.id }).from(users);
      const came = Object.values(CAST).map(({ id }) => ({ id }));
      const sorted = came.toSorted((a, b) => a.id.localeCompare(b.id));
      expect(await ids).toEqual(came.toReversed());
      expect(await store.raw.transaction((tx) => tx.select({ id: users.id }).from(users))).toEqual(
        came.toReversed(),
      );
      expect(await ids.orderBy(asc(users.id))).toEqual(sorted);
    },
  );
});

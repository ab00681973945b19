import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { users } from "#drizzle/schema/schema";
import { CAST, insertCast } from "#e2e/support/cast";
import { testStore } from "#e2e/support/database";
import { inTransaction, reader, type Store } from "#lib/db/store";

let store: Store;
beforeEach(async () => {
  store = await testStore();
  await insertCast(store, new Date());
});

const nameOfBo = async () =>
  (await reader(store).select({ name: users.name }).from(users).where(eq(users.id, CAST.bo.id)))[0]?.name;

describe("inside a transaction", () => {
  it("a read beside it throws, instead of waiting for ever on the one connection of PGlite", async () => {
    await expect(inTransaction(store, async () => nameOfBo())).rejects.toThrow(
      "A transaction is open: read through its tx.",
    );
    expect(await nameOfBo()).toBe(CAST.bo.name);
  });

  it("a second transaction throws, and the first is rolled back", async () => {
    const nested = inTransaction(store, async (tx) => {
      await tx.update(users).set({ name: "Nobody" }).where(eq(users.id, CAST.bo.id));
      await inTransaction(store, async () => {});
    });
    await expect(nested).rejects.toThrow("A transaction is open already: hand its tx on.");
    expect(await nameOfBo()).toBe(CAST.bo.name);
  });

  it("is only who opened it: others read and write meanwhile", async () => {
    let release = () => {};
    const held = inTransaction(store, async (tx) => {
      await tx.update(users).set({ name: "Bo T." }).where(eq(users.id, CAST.bo.id));
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    const read = nameOfBo();
    const other = inTransaction(store, (tx) =>
      tx.update(users).set({ name: "Ada L." }).where(eq(users.id, CAST.ada.id)),
    );
    setTimeout(() => release(), 100);
    await Promise.all([held, read, other]);
    expect(await nameOfBo()).toBe("Bo T.");
  });
});

describe("a transaction that throws", () => {
  it("leaves nothing behind, and the next one begins afresh", async () => {
    const broken = inTransaction(store, async (tx) => {
      await tx.update(users).set({ name: "Nobody" }).where(eq(users.id, CAST.bo.id));
      throw new Error("Changed its mind.");
    });
    await expect(broken).rejects.toThrow("Changed its mind.");
    await inTransaction(store, async (tx) => {
      expect(await tx.$count(users, eq(users.name, "Nobody"))).toBe(0);
    });
  });
});

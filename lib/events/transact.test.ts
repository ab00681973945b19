import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { events, users } from "#drizzle/schema/schema";
import { CAST, ctxFor, type Stage, setStage } from "#e2e/support/cast";
import { onPostgres } from "#e2e/support/empty-database";
import { meetingOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import type { Event } from "#lib/events/kinds";
import { openLiveHub } from "#lib/events/live";
import { transact, type Work } from "#lib/events/transact";
import { type EntryKind, startQueue } from "#lib/queue/queue";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const RENAMED: Event = { kind: "user.changed", subjectId: CAST.bo.id, data: { fields: ["name"] } };
const rename = ({ tx }: Work, name: string) => tx.update(users).set({ name }).where(eq(users.id, CAST.bo.id));
const nameOfBo = async () =>
  (await stage.store.raw.select({ name: users.name }).from(users).where(eq(users.id, CAST.bo.id)))[0]?.name;
const log = () => stage.store.raw.select().from(events).orderBy(events.seq);

describe("a verb's transaction", () => {
  it("writes the change, its events in order with who and when, and its entries", async () => {
    const answer = await transact(stage.as("ada"), async (work) => {
      work.enqueue({ kind: "run", id: "run_1" });
      await rename(work, "Bo T.");
      work.record(RENAMED);
      work.record({ kind: "user.deactivated", subjectId: CAST.bo.id, data: {} });
      return "done";
    });
    expect(answer).toBe("done");
    expect(await nameOfBo()).toBe("Bo T.");
    const by = { actorKind: "user", actorId: CAST.ada.id, at: stage.clock.now() };
    expect(await log()).toMatchObject([
      { ...by, kind: "user.changed", subjectId: CAST.bo.id, data: { fields: ["name"] } },
      { ...by, kind: "user.deactivated", sourceId: null, draftId: null },
    ]);
    expect(stage.queue.entries).toEqual([{ kind: "run", id: "run_1" }]);
  });

  it("says that nobody did what Countersign did", async () => {
    await transact(stage.system, async ({ record }) => record(RENAMED));
    expect(await log()).toMatchObject([{ actorKind: "system", actorId: null }]);
  });

  it("throws where no event was recorded, and leaves no change", async () => {
    const silent = transact(stage.as("ada"), async (work) => {
      await rename(work, "Bo T.");
    });
    await expect(silent).rejects.toThrow("A verb changed something without recording an event.");
    expect(await nameOfBo()).toBe(CAST.bo.name);
  });

  it.runIf(onPostgres)("is carried out again where it and another one waited for each other", async () => {
    const bothHold = meetingOf(2);
    const act = (first: string, second: string) => {
      let tries = 0;
      return transact(stage.as("ada"), async ({ tx, record }) => {
        await tx.update(users).set({ name: first }).where(eq(users.id, first));
        if (tries++ === 0) await bothHold();
        await tx.update(users).set({ name: first }).where(eq(users.id, second));
        record(RENAMED);
        return tries;
      });
    };
    const tries = await Promise.all([act(CAST.bo.id, CAST.ada.id), act(CAST.ada.id, CAST.bo.id)]);
    expect(tries.sort()).toEqual([1, 2]);
    expect(await log()).toHaveLength(2);
  });

  it("leaves neither row nor event nor entry behind where any of them fails", async () => {
    const queue = await startQueue(stage.store);
    onTestFinished(() => queue.stop());
    const received: string[] = [];
    await queue.work("run", 1, async (id) => void received.push(id));
    const ctx: UserCtx = ctxFor(stage.store, "ada", { queue });
    const both = (second: EntryKind) =>
      transact(ctx, async (work) => {
        await rename(work, "Bo T.");
        work.record(RENAMED);
        work.enqueue({ kind: "run", id: `run_before_${second}` });
        work.enqueue({ kind: second, id: "dlv_1" });
      });
    await expect(both("nothing" as EntryKind)).rejects.toThrow(/nothing/);
    expect(await nameOfBo()).toBe(CAST.bo.name);
    expect(await log()).toEqual([]);

    await both("delivery");
    await vi.waitFor(() => expect(received).toEqual(["run_before_delivery"]), { timeout: 5_000 });
    expect(await log()).toHaveLength(1);
  });
});

describe("what is heard of events", () => {
  it("is their numbers, once a transaction, after it was committed", async () => {
    const hub = await openLiveHub(stage.store);
    onTestFinished(hub.close);
    const heard: (number[] | null)[] = [];
    const leave = hub.subscribe((numbers) => void heard.push(numbers));
    await transact(stage.as("ada"), async ({ record }) => {
      record(RENAMED);
      record(RENAMED);
    });
    const broken = transact(stage.as("ada"), async ({ record }) => {
      record(RENAMED);
      throw new Error("Changed its mind.");
    });
    await expect(broken).rejects.toThrow();
    await transact(stage.as("ada"), async ({ record }) => record(RENAMED));
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    const seqs = (await log()).map((event) => event.seq);
    expect(heard).toEqual([seqs.slice(0, 2), seqs.slice(2)]);

    leave();
    await transact(stage.as("ada"), async ({ record }) => record(RENAMED));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toHaveLength(2);
  });
});

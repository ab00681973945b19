import { describe, expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { tryIt } from "#e2e/permissions/answers";
import { WORKSPACE_READS } from "#e2e/permissions/workspace-reads";
import { EVERY_RANK, RANKS } from "#e2e/permissions/workspace-row";
import { WORKSPACE_VERBS } from "#e2e/permissions/workspace-verbs";
import { setStage } from "#e2e/support/cast";
import { AppError } from "#lib/errors";

describe.each(Object.entries(WORKSPACE_VERBS))("%s", (_, row) => {
  it.each(EVERY_RANK)("by the %s", async (rank) => {
    const stage = await setStage();
    const ctx = stage.as(RANKS[rank]);
    const id = (await row.prepare?.(stage, ctx)) ?? "";
    const before = await stage.store.raw.$count(events);
    const answer = await tryIt(() => row.act(ctx, id));
    expect(answer).toBe(row.answers[rank]);
    // Who is refused leaves no trace, and who is let through does.
    const recorded = (await stage.store.raw.$count(events)) > before;
    expect(recorded).toBe(answer === "yes");
  });
});

describe.each(Object.entries(WORKSPACE_READS))("%s", (_, row) => {
  it.each(EVERY_RANK)("by the %s", async (rank) => {
    const stage = await setStage();
    const ctx = stage.as(RANKS[rank]);
    const id = (await row.prepare?.(stage, ctx)) ?? "";
    const answer = await tryIt(async () => {
      const read = await row.act(ctx, id);
      if (read === undefined || (Array.isArray(read) && read.length === 0))
        throw new AppError("not_found", "There is nothing in it.");
    });
    expect(answer).toBe(row.answers[rank]);
  });
});

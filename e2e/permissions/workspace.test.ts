import { describe, expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { tryIt } from "#e2e/permissions/answers";
import { CADENCE_READS, CADENCE_VERBS } from "#e2e/permissions/cadence-rows";
import { COMPANY_VERBS } from "#e2e/permissions/company-verbs";
import { DOOR_READS, DOOR_VERBS } from "#e2e/permissions/door-rows";
import { FILTER_READS, FILTER_VERBS } from "#e2e/permissions/filter-rows";
import { IMPORT_READS, IMPORT_VERBS } from "#e2e/permissions/lead-import-rows";
import { LEAD_READS, LEAD_VERBS } from "#e2e/permissions/lead-rows";
import { MAIL_READS, MAIL_VERBS } from "#e2e/permissions/mail-rows";
import { NOTICE_READS, NOTICE_VERBS } from "#e2e/permissions/notice-rows";
import { OUTREACH_READS, OUTREACH_VERBS } from "#e2e/permissions/outreach-rows";
import { PEOPLE_VERBS } from "#e2e/permissions/people-verbs";
import { REVIEW_READS, REVIEW_VERBS } from "#e2e/permissions/review-rows";
import { TOKEN_READS, TOKEN_VERBS } from "#e2e/permissions/token-verbs";
import { WORKSPACE_READS } from "#e2e/permissions/workspace-reads";
import { EVERY_RANK, RANKS } from "#e2e/permissions/workspace-row";
import { setStage } from "#e2e/support/cast";
import { AppError } from "#lib/errors";

const VERBS = {
  ...PEOPLE_VERBS,
  ...COMPANY_VERBS,
  ...TOKEN_VERBS,
  ...DOOR_VERBS,
  ...NOTICE_VERBS,
  ...REVIEW_VERBS,
  ...FILTER_VERBS,
  ...MAIL_VERBS,
  ...OUTREACH_VERBS,
  ...LEAD_VERBS,
  ...IMPORT_VERBS,
  ...CADENCE_VERBS,
};
const READS = {
  ...WORKSPACE_READS,
  ...TOKEN_READS,
  ...DOOR_READS,
  ...NOTICE_READS,
  ...REVIEW_READS,
  ...FILTER_READS,
  ...MAIL_READS,
  ...OUTREACH_READS,
  ...LEAD_READS,
  ...IMPORT_READS,
  ...CADENCE_READS,
};

describe.each(Object.entries(VERBS))("%s", (_, row) => {
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

describe.each(Object.entries(READS))("%s", (_, row) => {
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

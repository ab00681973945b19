import { beforeAll, describe, expect, it } from "vitest";
import { EVERYBODY, SEES, setWideStage, VISIBILITIES, type Who } from "#e2e/permissions/people";
import { NOWHERE, SECRETS, type SharedMeeting, shareMeeting } from "#e2e/permissions/shared-meeting";
import { OFFERS, SHARED_READS, type SharedRead } from "#e2e/permissions/shared-reads";
import { SHARED_VERBS } from "#e2e/permissions/shared-verbs";
import { isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";

describe.each(VISIBILITIES)("of notes shared as “%s”", (visibility) => {
  let stage: Awaited<ReturnType<typeof setWideStage>>;
  let shared: SharedMeeting;
  // Reading changes nothing, so that one stage does for all.
  beforeAll(async () => {
    stage = await setWideStage();
    shared = await shareMeeting(stage, visibility);
  });

  it.each(Object.entries(SHARED_READS))("%s shows what may be seen, and else nothing", async (_, row) => {
    const { pending, approved, source, run } = shared;
    const absent = await answerTo(row, stage.who("viewer"), NOWHERE);
    for (const who of EVERYBODY) {
      const answer = await answerTo(row, stage.who(who), shared);
      const expected = isIn(visibility, who, row);
      expect.soft([who, shows(answer, row, shared)]).toEqual([who, expected]);
      if (!expected) expect.soft([who, answer]).toEqual([who, absent]);
      if (!SEES[visibility].includes(who))
        expect.soft([who, leaks(answer, [pending, approved, source, run])]).toEqual([who, []]);
    }
  });

  it.each(Object.entries(OFFERS))("%s is offered to whom it lets through", async (verb, offered) => {
    for (const who of EVERYBODY) {
      const offer = await offered(stage.who(who), shared).catch(falseWhereGone);
      const expected = isIn(visibility, who, SHARED_VERBS[verb] ?? { may: [] });
      expect.soft([who, offer]).toEqual([who, expected]);
    }
  });
});

function isIn(visibility: keyof typeof SEES, who: Who, { may = EVERYBODY, also = [] }: Partial<SharedRead>) {
  return (SEES[visibility].includes(who) || also.includes(who)) && may.includes(who);
}

/** The answer, or the words of the refusal. */
async function answerTo({ read }: SharedRead, ctx: UserCtx, shared: SharedMeeting): Promise<unknown> {
  return read(ctx, shared).catch((error) => {
    if (isAppError(error, "not_found")) return error.message;
    throw error;
  });
}

function shows(answer: unknown, row: SharedRead, shared: SharedMeeting): boolean {
  if (!row.shows) return (answer as number) > 0;
  return JSON.stringify(answer ?? null).includes(shared[row.shows]);
}

/** What an answer tells of a source. The owner of an action is told no more than its words. */
function leaks(answer: unknown, ids: string[]): string[] {
  const told = JSON.stringify(answer ?? null);
  return [...ids, ...SECRETS].filter((secret) => told.includes(secret));
}

function falseWhereGone(error: unknown): false {
  if (isAppError(error, "not_found")) return false;
  throw error;
}

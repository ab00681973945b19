import { asc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  noticeSettings,
  notices,
  standupDays,
  standupReminders,
  teamMembers,
  users,
} from "#drizzle/schema/schema";
import { AHEAD_MS, type Homes, prepareHomes } from "#e2e/faults/homes";
import { recover } from "#e2e/faults/recovery";
import { CAST, ENGINEERING } from "#e2e/support/cast";
import { startProcess } from "#e2e/support/processes";
import { until } from "#e2e/support/until";
import type { Failpoint } from "#lib/events/failpoint";
import { localDay } from "#lib/format/dates";
import { readConfig } from "#lib/runtime/config";
import { startRuntime } from "#lib/runtime/runtime";

const POINTS: Failpoint[] = ["events.written", "log.sealing", "log.sealed"];

let homes: Homes;
beforeAll(async () => {
  homes = await prepareHomes();
}, 120_000);
afterAll(() => homes.remove());

it.each(POINTS)(
  "a process killed at “%s” while it reminds a team tells each of them once",
  { timeout: 180_000 },
  async (point) => {
    const { env } = await homes.copy("cast");
    await stageStandup(env);
    const victim = startProcess("e2e/faults/victim.ts", { ...env, COUNTERSIGN_FAILPOINT: point }, [
      "work",
      `${AHEAD_MS}`,
    ]);
    expect(await victim.ends()).toBe("SIGKILL");
    await recover(env, null, async ({ store: { raw } }) => {
      await until(async () => (await raw.$count(standupReminders, isNull(standupReminders.doneAt))) === 0);
      const told = await raw
        .select({ userId: notices.userId })
        .from(notices)
        .where(eq(notices.kind, "update"))
        .orderBy(asc(notices.userId));
      expect(told.map(({ userId }) => userId)).toEqual([CAST.bo.id, CAST.dana.id]);
    });
  },
);

/** A stand-up of today whose hour to be reminded has come, of people who always work and have no quiet hours. */
async function stageStandup(env: Record<string, string>): Promise<void> {
  const runtime = await startRuntime(readConfig(env), { worker: false });
  const { raw } = runtime.store;
  const now = Date.now();
  await raw.update(users).set({ timeZone: "UTC", workingDays: [1, 2, 3, 4, 5, 6, 7] });
  await raw.insert(teamMembers).values({ teamId: ENGINEERING.id, userId: CAST.bo.id });
  await raw.insert(noticeSettings).values([CAST.bo, CAST.dana].map(({ id }) => ({ userId: id, mail: [] })));
  await raw.insert(standupDays).values({
    id: "sud_today",
    teamId: ENGINEERING.id,
    day: localDay(new Date(now), "UTC"),
    remindAt: new Date(now),
    dueAt: new Date(now + 100 * AHEAD_MS),
    state: "open",
    createdAt: new Date(now),
  });
  await runtime.close();
}

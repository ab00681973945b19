import { test as base } from "@playwright/test";
import type { Visibility } from "#drizzle/schema/sources";
import type { SignedIn } from "#e2e/permissions/cells";
import { PEOPLE, VISIBILITIES } from "#e2e/permissions/people";
import { type SharedMeeting, shareMeeting } from "#e2e/permissions/shared-meeting";
import { type CastKey, ctxFor, type Stage } from "#e2e/support/cast";
import { testClock } from "#e2e/support/clock";
import { makeHome, openHome, sessionIdOf } from "#e2e/support/company";
import { recordingQueue } from "#e2e/support/queue";
import { startServer } from "#e2e/support/server";
import { AUTH_SECRET, cookieHeader } from "#e2e/support/session-cookie";
import { stageStandup } from "#e2e/support/standups";

/** A Countersign with notes of Bo's, shared in every way, and a stand-up for Engineering alone. */
export type SharedApp = {
  url: string;
  shared: Record<Visibility, SharedMeeting>;
  /** The cookie of somebody's session, as a header has it; a visitor has none. */
  cookieOf: (who: SignedIn | "visitor") => Promise<string | null>;
};

/** One for all tests of a file. Its tests ask for addresses themselves and open no browser. */
export const test = base.extend<object, { app: SharedApp }>({
  app: [
    async ({ playwright: _playwright }, use) => {
      const home = await makeHome("cast");
      const shared = await seed(home.env);
      const { url, stop } = await startServer({ ...home.env, AUTH_SECRET });
      const cookieOf: SharedApp["cookieOf"] = async (who) => {
        if (who === "visitor") return null;
        const key = PEOPLE[who].id.slice("usr_".length) as CastKey;
        return cookieHeader(sessionIdOf(key), AUTH_SECRET, url);
      };
      await use({ url, shared, cookieOf });
      await stop();
      home.remove();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

// Before the server starts: an embedded database has one process.
async function seed(env: Record<string, string>): Promise<SharedApp["shared"]> {
  const store = await openHome(env);
  const clock = testClock(new Date().toISOString());
  const queue = recordingQueue();
  const as = (key: CastKey) => ctxFor(store, key, { queue, now: clock.now });
  const stage: Stage = { store, queue, clock, as, system: { ...as("ines"), actor: { kind: "system" } } };
  const shared: Partial<SharedApp["shared"]> = {};
  for (const visibility of VISIBILITIES) shared[visibility] = await shareMeeting(stage, visibility);
  await stageStandup(stage, { visibility: "team" });
  await store.close();
  return shared as SharedApp["shared"];
}

import { report } from "#bench/measure";
import { measureSteps, openBrowser } from "#bench/web/look";
import { CAST, type CastKey, ctxFor, type Stage } from "#e2e/support/cast";
import { makeHome, openHome, sessionIdOf } from "#e2e/support/company";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { LARKFIELD } from "#e2e/support/outreach-settings";
import { recordingQueue } from "#e2e/support/queue";
import { startServer } from "#e2e/support/server";
import { sessionCookie } from "#e2e/support/session-cookie";
import type { Store } from "#lib/db/store";
import { changeOutreach } from "#lib/outreach/change-outreach";

const SECRET = "a-secret-for-the-bench-that-is-long-enough";
/** Enough to walk through thirty and approve thirty, on each line. */
const MAILS = 140;

/** What a rep waits for who reads follow-ups one after the other and approves them, all from the keyboard. */
export async function measureFollowUps(): Promise<void> {
  const { env, remove } = await makeHome("cast");
  const store = await openHome(env);
  await seedFollowUps(store);
  await store.close();
  const server = await startServer({ ...env, AUTH_SECRET: SECRET });
  const browser = await openBrowser();
  try {
    const cookie = await sessionCookie(sessionIdOf("bo"), SECRET, server.url);
    const queue = { url: `${server.url}/reviews`, cookies: [cookie] as [typeof cookie] };
    for (const on of ["loopback", "weak"] as const) {
      const { walk, decision } = await measureSteps(browser, queue, on);
      report({ bench: "key to the next follow-up", on, waiting: MAILS, ...walk });
      report({ bench: "approval to the next follow-up", on, waiting: MAILS, ...decision });
    }
  } finally {
    await browser.close();
    await server.stop();
    remove();
  }
}

/** Leads of Bo's who may be written to, each with a call on their timeline and a draft that waits. */
async function seedFollowUps(store: Store): Promise<void> {
  const ports = { now: () => new Date(), queue: recordingQueue() };
  const as = (who: CastKey) => ctxFor(store, who, ports);
  const { actor: _, ...system } = as("bo");
  const stage = { store, as, system: { ...system, actor: { kind: "system" } } } as Pick<
    Stage,
    "store" | "as" | "system"
  >;
  await changeOutreach(as("ines"), { ...LARKFIELD, dailyCap: 500 });
  for (let n = 1; n <= MAILS; n++) {
    const leadId = await stageLead(stage, {
      name: `Lead ${n}`,
      firstName: `Lead${n}`,
      email: `lead${n}@novak${n}.example`,
      company: `Novak ${n}`,
      ownerId: CAST.bo.id,
    });
    await stageFollowUp(stage as Stage, leadId);
  }
}

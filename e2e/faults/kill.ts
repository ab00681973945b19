import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { deliveries } from "#drizzle/schema/schema";
import { startClaudeDouble } from "#e2e/doubles/claude";
import { CASES, type SpinePoint } from "#e2e/faults/cases";
import { expectedOf } from "#e2e/faults/expected";
import { AHEAD_MS, type Homes, prepareHomes } from "#e2e/faults/homes";
import { filesIn, recover, settle } from "#e2e/faults/recovery";
import { whatIsThere } from "#e2e/faults/what-is-there";
import { ctxFor } from "#e2e/support/cast";
import { startProcess } from "#e2e/support/processes";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import type { Runtime } from "#lib/runtime/runtime";

/** Kills a process at each of these points, and holds what the next one makes of it to what is expected there. */
export function killAtEach(points: readonly SpinePoint[]): void {
  let homes: Homes;
  beforeAll(async () => {
    homes = await prepareHomes();
  }, 120_000);
  afterAll(() => homes.remove());

  it.each(points)(
    "a process killed at “%s” loses nothing and does nothing twice",
    { timeout: 180_000 },
    (point) => killAt(point, homes),
  );
}

async function killAt(point: SpinePoint, homes: Homes): Promise<void> {
  const at = CASES[point];
  const claude = await startClaudeDouble({ apiKey: "test-key" });
  const { env, exports } = await homes.copy(at.from);
  onTestFinished(() => rm(env.COUNTERSIGN_DATA_DIR as string, { recursive: true }));
  Object.assign(env, { ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: "test-key" });
  const victim = startProcess("e2e/faults/victim.ts", { ...env, COUNTERSIGN_FAILPOINT: point }, [
    at.does,
    `${AHEAD_MS}`,
  ]);
  expect(await victim.ends()).toBe("SIGKILL");
  const left = filesIn(exports);

  const again = at.does === "work" ? null : at.does;
  const answer = await recover(env, again, async (runtime) => {
    const there = await whatIsThere(runtime.store);
    expect(there).toMatchObject(expectedOf(at));
    expect(there.calls).toHaveLength(claude.requests.length + (at.unmade ?? 0));
    if (at.delivery !== "unknown") return;
    expect(filesIn(exports)).toEqual(left);
    await decide(runtime, left.length > 0 ? "sent" : "send_again");
  });
  expect(answer).toBe(again && (point.startsWith("after ") ? "before" : "now"));
  expect(filesIn(exports)).toHaveLength(at.draft === "approved" ? 1 : 0);
  expect(filesIn(exports)).toEqual(expect.arrayContaining(left));
  await claude.close();
}

/** A person looks into the folder, and says what became of the delivery. */
async function decide(runtime: Runtime, verdict: "sent" | "send_again"): Promise<void> {
  const [delivery] = await runtime.store.raw.select({ id: deliveries.id }).from(deliveries);
  await settleDelivery(ctxFor(runtime.store, "ada", runtime), { deliveryId: delivery?.id ?? "", verdict });
  await settle(runtime);
}

import { expect, test } from "@playwright/test";
import { modelCalls, runs } from "#drizzle/schema/schema";
import { startClaudeDouble } from "#e2e/doubles/claude";
import { ctxFor } from "#e2e/support/cast";
import { makeHome, openHome, sessionIdOf } from "#e2e/support/company";
import { storeNotes } from "#e2e/support/drafts";
import { type Server, START_MS, startServer } from "#e2e/support/server";
import { AUTH_SECRET, cookieHeader } from "#e2e/support/session-cookie";
import { until } from "#e2e/support/until";
import { llmSettings } from "#lib/llm/settings";
import { startQueue } from "#lib/queue/queue";

test.describe.configure({ timeout: 3 * START_MS });

test("a server that is told to stop ends streams, gives back the run in hand, and goes on with it at the next start", {
  tag: "@database",
}, async () => {
  const claude = await startClaudeDouble({ apiKey: "test-key" });
  const home = await makeHome("cast");
  const env = {
    ...home.env,
    AUTH_SECRET,
    ANTHROPIC_BASE_URL: claude.url,
    ANTHROPIC_API_KEY: "test-key",
    COUNTERSIGN_LLM_MODE: "structured",
  };
  await queueRun(env);
  claude.script({ kind: "timeout" });
  const first = await startServer(env);
  const stream = await openStream(first);
  await until(() => claude.requests.length === 1);
  // After 15 seconds it would end with code 1.
  await first.stop();
  expect(first.exitCode()).toBe(0);
  expect(first.said()).not.toContain("Not closed cleanly");
  await until(() => stream.ended);

  const second = await startServer(env);
  const goingOn = await openStream(second);
  await until(() => goingOn.said.includes('"kind":"run.done"'));
  await second.stop();
  expect(second.exitCode()).toBe(0);

  const store = await openHome(env);
  expect(await store.raw.select().from(runs)).toMatchObject([{ state: "done", attempt: 2, losses: 0 }]);
  const calls = await store.raw
    .select({ outcome: modelCalls.outcome })
    .from(modelCalls)
    .orderBy(modelCalls.startedAt);
  expect(calls.map(({ outcome }) => outcome)).toEqual(["cancelled", "answered"]);
  await store.close();
  await claude.close();
  home.remove();
});

async function queueRun(env: Record<string, string>): Promise<void> {
  const store = await openHome(env);
  const queue = await startQueue(store);
  const ctx = ctxFor(store, "ada", { queue, now: () => new Date(), llm: llmSettings(env) });
  await storeNotes({ as: () => ctx });
  await queue.stop();
  await store.close();
}

/** Ada's live stream from the first event on, and what it has said so far. */
async function openStream({ url }: Server) {
  const cookie = await cookieHeader(sessionIdOf("ada"), AUTH_SECRET, url);
  const { body } = await fetch(`${url}/api/events?after=0`, { headers: { cookie } });
  const stream = { said: "", ended: false };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of body ?? []) stream.said += decoder.decode(part);
  })()
    .catch(() => {})
    .then(() => {
      stream.ended = true;
    });
  return stream;
}

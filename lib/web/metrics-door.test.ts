import { expect, it } from "vitest";
import { setStage } from "#e2e/support/cast";
import { stageDraft, storeNotes } from "#e2e/support/drafts";
import { metricsFor } from "#lib/web/metrics-door";

const ask = (authorization?: string) =>
  new Request("http://localhost/api/metrics", { headers: authorization ? { authorization } : {} });
const token = "sesame-sesame-sesame";

it("tells what waits, to whoever has the token", async () => {
  const stage = await setStage();
  await stageDraft(stage);
  await storeNotes(stage, { text: "Another meeting, about nothing." });
  stage.clock.advance(90_000);
  const { store } = stage;
  const answer = await metricsFor(ask(`Bearer ${token}`), { store, now: stage.clock.now, token });
  const text = await answer.text();
  expect(text).toContain('countersign_runs{state="queued"} 1');
  expect(text).toContain("countersign_oldest_due_run_seconds 90");
  expect(text).toContain("countersign_pending_drafts 1");
  expect(text).toContain('countersign_deliveries{state="unknown"} 0');
  expect(text).toContain("process_resident_memory_bytes");
});

it("is not there where no token is set, and closed without it", async () => {
  const { store, clock } = await setStage();
  const asked = { store, now: clock.now };
  expect((await metricsFor(ask("Bearer "), { ...asked, token: undefined })).status).toBe(404);
  for (const wrong of [undefined, "Bearer sesame", token, `Basic ${token}`])
    expect((await metricsFor(ask(wrong), { ...asked, token })).status).toBe(401);
});

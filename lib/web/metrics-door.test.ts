import { expect, it } from "vitest";
import { events, mails, modelCalls } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft, storeNotes } from "#e2e/support/drafts";
import { sealEvents } from "#lib/events/seal";
import { metricsFor } from "#lib/web/metrics-door";

const ask = (authorization?: string) =>
  new Request("http://localhost/api/metrics", { headers: authorization ? { authorization } : {} });
const token = "sesame-sesame-sesame";

async function figuresOf({ store, clock }: Stage): Promise<string> {
  const answer = await metricsFor(ask(`Bearer ${token}`), { store, now: clock.now, token });
  return answer.text();
}

it("tells what waits, to whoever has the token", async () => {
  const stage = await setStage();
  await stageDraft(stage);
  await storeNotes(stage, { text: "Another meeting, about nothing." });
  stage.clock.advance(90_000);
  const text = await figuresOf(stage);
  expect(text).toContain('countersign_runs{state="queued"} 1');
  expect(text).toContain("countersign_oldest_due_run_seconds 90");
  expect(text).toContain("countersign_pending_drafts 1");
  expect(text).toContain('countersign_deliveries{state="unknown"} 0');
  expect(text).toContain("process_resident_memory_bytes");
});

it("tells which mails did not arrive", async () => {
  const stage = await setStage();
  const at = stage.clock.now();
  await stage.store.raw.insert(mails).values(
    (["scheduled", "unknown", "unknown", "sent"] as const).map((state, n) => ({
      id: `mai_${n}`,
      purpose: "test" as const,
      userId: CAST.ines.id,
      messageId: `mai_${n}@larkfield.example`,
      state,
      dueAt: at,
      createdAt: at,
    })),
  );
  const text = await figuresOf(stage);
  expect(text).toContain('countersign_mails{state="scheduled"} 1');
  expect(text).toContain('countersign_mails{state="unknown"} 2');
  expect(text).toContain('countersign_mails{state="failed"} 0');
  expect(text).not.toContain('countersign_mails{state="sent"}');
});

it("tells how many events are not sealed yet", async () => {
  const stage = await setStage();
  await storeNotes(stage);
  const recorded = await stage.store.raw.$count(events);
  expect(recorded).toBeGreaterThan(0);
  expect(await figuresOf(stage)).toContain(`countersign_unsealed_events ${recorded}\n`);
  await sealEvents(stage.store);
  expect(await figuresOf(stage)).toContain("countersign_unsealed_events 0\n");
});

it("tells how the model calls of a day ended, what they cost, and of how many nobody knows", async () => {
  const stage = await setStage();
  const { runId } = await storeNotes(stage);
  const ended: [string, bigint | null][] = [
    ["answered", 1_250_000n],
    ["answered", 500n],
    ["lost", null],
    ["pending", null],
  ];
  await stage.store.raw.insert(modelCalls).values(
    ended.map(([outcome, costMicros], n) => ({
      id: `cal_${n}`,
      runId: runId ?? "",
      attempt: 1,
      model: "claude",
      host: "api.anthropic.com",
      outcome,
      costMicros,
      startedAt: stage.clock.now(),
    })),
  );
  const text = await figuresOf(stage);
  expect(text).toContain('countersign_model_calls{outcome="answered"} 2');
  expect(text).toContain('countersign_model_calls{outcome="lost"} 1');
  expect(text).toContain('countersign_model_calls{outcome="pending"} 1');
  expect(text).toContain("countersign_model_cost_dollars 1.2505\n");
  expect(text).toContain("countersign_model_calls_unpriced 1\n");
  stage.clock.advance(25 * 3600_000);
  const later = await figuresOf(stage);
  expect(later).not.toContain("countersign_model_calls{");
  expect(later).toContain("countersign_model_cost_dollars 0\n");
});

it("is not there where no token is set, and closed without it", async () => {
  const { store, clock } = await setStage();
  const asked = { store, now: clock.now };
  expect((await metricsFor(ask("Bearer "), { ...asked, token: undefined })).status).toBe(404);
  for (const wrong of [undefined, "Bearer sesame", token, `Basic ${token}`])
    expect((await metricsFor(ask(wrong), { ...asked, token })).status).toBe(401);
});

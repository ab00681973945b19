import { beforeEach, describe, expect, it } from "vitest";
import { receipts, sources } from "#drizzle/schema/schema";
import { type AskApi, apiAs, apiWith, requestFor, tokenOf } from "#e2e/support/api";
import { type Stage, setStage } from "#e2e/support/cast";
import { expectConsoleError } from "#e2e/support/console";
import type { Database } from "#lib/db/store";
import { sweepReceipts } from "#lib/tokens/receipts";
import { answerApi } from "#lib/web/api/answer-api";

const SOURCE = {
  workflow: "meeting-notes",
  title: "Notes",
  text: "DECISION: go",
  heldOn: "2026-11-20",
  timeZone: "America/Toronto",
  visibility: "open",
};
const KEY = { "idempotency-key": "8e03978e-40d5-43dd-bc93-6894a57f9324" };
const submit = (body: object = SOURCE, headers: Record<string, string> = KEY) => ({
  method: "POST",
  body,
  headers,
});

let stage: Stage;
let secret: string;
let api: AskApi;
beforeEach(async () => {
  stage = await setStage();
  secret = await tokenOf(stage.as("bo"));
  api = apiWith(stage.as("bo"), secret);
});

describe("a request under a key", () => {
  it("is carried out once and answered alike", async () => {
    const first = await api("/sources", submit());
    const again = await api("/sources", submit());
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect([first, again].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
    // Without the key it would have been told to be a duplicate.
    expect((await api("/sources", submit(SOURCE, {}))).status).toBe(200);
  });

  it("is the same whatever the order of its fields, with the key in quotes or not", async () => {
    const first = await api("/sources", submit());
    const turned = Object.fromEntries(Object.entries(SOURCE).reverse());
    const again = await api("/sources", submit(turned, { "idempotency-key": `"${KEY["idempotency-key"]}"` }));
    expect(again.body).toEqual(first.body);
  });

  it("is refused with another body, or at another address", async () => {
    const { body } = await api("/sources", submit());
    const other = await api("/sources", submit({ ...SOURCE, text: "other" }));
    expect([other.status, other.body.type]).toEqual([422, "urn:problem-type:countersign:key-reused"]);
    expect((await api(`/runs/${body.runId}/cancel`, submit({}))).status).toBe(422);
    expect(await stage.store.raw.$count(sources)).toBe(1);
  });

  it("is carried out once by many at once", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => api("/sources", submit())));
    expect(new Set(answers.map(({ body }) => body.sourceId)).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await stage.store.raw.$count(sources)).toBe(1);
    expect(await stage.store.raw.$count(receipts)).toBe(1);
  });

  it("of one token is nothing to another’s", async () => {
    await api("/sources", submit());
    const second = await apiAs(stage.as("ada"));
    expect((await second("/sources", submit({ ...SOURCE, text: "mine" }))).status).toBe(201);
  });

  it("can be sent again after it was refused", async () => {
    const { runId } = (await api("/sources", submit(SOURCE, {}))).body;
    await api(`/runs/${runId}/cancel`, submit({}, {}));
    expect((await api(`/runs/${runId}/cancel`, submit({}))).status).toBe(409);
    await api(`/runs/${runId}/retry`, submit({}, {}));
    expect((await api(`/runs/${runId}/cancel`, submit({}))).status).toBe(200);
    await api(`/runs/${runId}/retry`, submit({}, {}));
    // Answered from the receipt: the run goes on.
    const replayed = await api(`/runs/${runId}/cancel`, submit({}));
    expect(replayed.headers.get("idempotent-replayed")).toBe("true");
    expect((await api(`/runs/${runId}`)).body.state).toBe("queued");
  });

  it("is forgotten after a day", async () => {
    await api("/sources", submit());
    stage.clock.advance(24 * 3_600_000);
    const late = await api("/sources", submit({ ...SOURCE, text: "other" }));
    expect(late.status).toBe(201);
    expect(await stage.store.raw.$count(receipts)).toBe(1);
    stage.clock.advance(24 * 3_600_000);
    await sweepReceipts(stage.system);
    expect(await stage.store.raw.$count(receipts)).toBe(0);
  });

  it.each(["", "a b", "é", '"', "k".repeat(201)])("is refused where the key is “%s”", async (key) => {
    const { status, body } = await api("/sources", submit(SOURCE, { "idempotency-key": key }));
    expect([status, body.type]).toEqual([400, "urn:problem-type:countersign:malformed"]);
    expect(await stage.store.raw.$count(sources)).toBe(0);
  });
});

it("leaves nothing of a request that is killed before it commits, and carries it out when it comes again", async () => {
  const failing = { ...stage.as("bo"), store: { ...stage.store, raw: killedBeforeCommit(stage.store.raw) } };
  expectConsoleError(/killed/);
  const killed = await answerApi(failing, requestFor("/sources", secret, submit()));
  expect(killed.status).toBe(500);
  expect(await stage.store.raw.$count(receipts)).toBe(0);
  expect((await api("/sources", submit())).status).toBe(201);
});

it("is answered from its receipt where the answer was lost after the commit", async () => {
  const failing = { ...stage.as("bo"), store: { ...stage.store, raw: lostAfterCommit(stage.store.raw) } };
  const lost = await answerApi(failing, requestFor("/sources", secret, submit()));
  const again = await api("/sources", submit());
  expect(await lost.json()).toEqual(again.body);
  expect(await stage.store.raw.$count(sources)).toBe(1);
});

function killedBeforeCommit(raw: Database): Database {
  const transaction: Database["transaction"] = (work, config) =>
    raw.transaction(async (tx) => {
      await work(tx);
      throw new Error("killed");
    }, config);
  return withTransaction(raw, transaction);
}

function lostAfterCommit(raw: Database): Database {
  const transaction: Database["transaction"] = async (work, config) => {
    await raw.transaction(work, config);
    throw new Error("The connection was lost.");
  };
  return withTransaction(raw, transaction);
}

function withTransaction(raw: Database, transaction: Database["transaction"]): Database {
  return new Proxy(raw, {
    get: (database, key) => (key === "transaction" ? transaction : Reflect.get(database, key, database)),
  });
}

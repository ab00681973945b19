import { beforeEach, describe, expect, it } from "vitest";
import { leads } from "#drizzle/schema/schema";
import { type AskApi, apiAs } from "#e2e/support/api";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { KIM } from "#e2e/support/leads";

let stage: Stage;
let api: AskApi;
beforeEach(async () => {
  stage = await setStage();
  api = await apiAs(stage.as("bo"));
});

const add = (body: object, headers = {}) => api("/leads", { method: "POST", body, headers });

describe("leads through the API", () => {
  it("are added once for each Idempotency-Key, and found and read", async () => {
    const key = { "Idempotency-Key": "import-1" };
    const added = await add({ ...KIM, amountCents: 1_200_000, currency: "CAD" }, key);
    expect(added.status).toBe(201);
    const { leadId } = added.body;
    expect(added.headers.get("location")).toBe(`/api/v1/leads/${leadId}`);
    expect((await add({ ...KIM, amountCents: 1_200_000, currency: "CAD" }, key)).body).toEqual(added.body);
    expect(await stage.store.raw.$count(leads)).toBe(1);
    const listed = await api("/leads?words=hollis");
    expect(listed.body.rows).toMatchObject([{ id: leadId, writable: { state: "none" } }]);
    expect((await api(`/leads/${leadId}`)).body).toMatchObject({
      id: leadId,
      ownerId: CAST.bo.id,
      amountCents: 1_200_000,
      consents: [],
    });
  });

  it("are a conflict where the address is known, naming the lead", async () => {
    const { leadId } = (await add(KIM)).body;
    const { status, body } = await add({ name: "K", email: "KIM@hollis.example" });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: "urn:problem-type:countersign:conflict",
      detail: expect.stringContaining("Kim Okonkwo"),
      existing: `/api/v1/leads/${leadId}`,
    });
  });

  it("take notes, the same text once, and nothing from who only reads", async () => {
    const { leadId } = (await add(KIM)).body;
    const note = { kind: "call", text: "Asked for a trial." };
    const first = await api(`/leads/${leadId}/notes`, { method: "POST", body: note });
    expect(first).toMatchObject({ status: 201, body: { duplicate: false } });
    const again = await api(`/leads/${leadId}/notes`, { method: "POST", body: note });
    expect(again).toMatchObject({ status: 200, body: { sourceId: first.body.sourceId, duplicate: true } });
    const reader = await apiAs(stage.as("hugo"));
    expect((await reader(`/leads/${leadId}/notes`, { method: "POST", body: note })).status).toBe(403);
    expect((await reader(`/leads/${leadId}`)).status).toBe(200);
  });

  it("say what does not fit", async () => {
    expect((await add({ email: "kim@hollis.example" })).status).toBe(422);
    expect((await add({ ...KIM, amountCents: 500 })).body.errors).toMatchObject([{ pointer: "/currency" }]);
    expect((await add({ ...KIM, consent: "express" })).status).toBe(422);
    expect((await api("/leads/led_gone")).status).toBe(404);
  });
});

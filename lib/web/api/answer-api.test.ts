import { Validator } from "@seriousme/openapi-schema-validator";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { actions, events, runs, sources } from "#drizzle/schema/schema";
import { type AskApi, apiAs } from "#e2e/support/api";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { PAGE_ROWS } from "#lib/db/page";
import { approveDraft } from "#lib/drafts/approve-draft";
import { describeApi } from "#lib/web/api/describe-api";

let stage: Stage;
let api: AskApi;
beforeEach(async () => {
  stage = await setStage();
  api = await apiAs(stage.as("ada"));
});

const SOURCE = {
  workflow: "meeting-notes",
  title: "Release 4.3 planning",
  text: NOTES,
  heldOn: "2026-11-20",
  timeZone: "America/Toronto",
  visibility: "open",
};
const post = (body?: unknown, headers = {}) => ({ method: "POST", body, headers });

describe("the description", () => {
  it("is valid OpenAPI 3.1", async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(describeApi())));
    expect(result).toMatchObject({ valid: true });
  });

  it("is told without a token", async () => {
    const { status, body } = await api("/openapi.json", { headers: { authorization: "" } });
    expect(status).toBe(200);
    expect(Object.keys(body.paths["/sources"])).toEqual(["post", "get"]);
  });
});

describe("sources", () => {
  it("are submitted, read, listed and found by words", async () => {
    const made = await api("/sources", post(SOURCE));
    expect(made).toMatchObject({ status: 201, body: { duplicate: false } });
    const { sourceId, runId } = made.body;
    expect(made.headers.get("location")).toBe(`/api/v1/sources/${sourceId}`);
    expect(await kindsOf(stage.store, sourceId)).toEqual(["source.stored"]);
    const [stored] = await stage.store.raw.select().from(sources);
    expect(stored).toMatchObject({ authorId: CAST.ada.id, provenance: { via: "api" } });
    const [event] = await stage.store.raw.select().from(events).where(eq(events.subjectId, sourceId));
    expect(event).toMatchObject({ door: "api", actorId: CAST.ada.id });

    expect((await api(`/sources/${sourceId}`)).body).toMatchObject({ id: sourceId, text: NOTES, version: 1 });
    expect((await api("/sources?words=planning%20REL")).body.rows).toMatchObject([{ id: sourceId }]);
    expect((await api("/sources?words=%25")).body.rows).toEqual([]);
    expect((await api(`/runs/${runId}`)).body).toMatchObject({ id: runId, sourceId, state: "queued" });
    expect((await api("/runs?show=going")).body.rows).toMatchObject([{ id: runId }]);
  });

  it("that are the same again are told as such", async () => {
    const { body } = await api("/sources", post(SOURCE));
    const again = await api("/sources", post(SOURCE));
    expect(again).toMatchObject({ status: 200, body: { sourceId: body.sourceId, duplicate: true } });
  });

  it("are run again once nothing waits, by whoever wrote them", async () => {
    const { sourceId, runId } = (await api("/sources", post(SOURCE))).body;
    expect(await api(`/sources/${sourceId}/runs`, post())).toMatchObject({ status: 409 });
    expect((await api(`/runs/${runId}/cancel`, post())).body).toEqual({ runId, state: "cancelled" });
    const second = await api(`/sources/${sourceId}/runs`, post({ writer: "rules" }));
    expect(second).toMatchObject({ status: 201, body: { state: "queued" } });
    expect(await kindsOf(stage.store, second.body.runId)).toEqual(["run.queued"]);
    await api(`/runs/${second.body.runId}/cancel`, post());
    expect((await api(`/runs/${runId}/retry`, post())).body).toEqual({ runId, state: "queued" });
    expect((await api(`/runs/${runId}/retry`, post())).status).toBe(409);
    const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
    expect(run?.state).toBe("queued");
  });

  it("come in pages", async () => {
    for (let n = 0; n < 52; n++) await api("/sources", post({ ...SOURCE, text: `Note ${n}` }));
    const first = (await api("/sources")).body;
    const second = (await api(`/sources?cursor=${first.next}`)).body;
    expect([first.rows.length, second.rows.length, second.next]).toEqual([PAGE_ROWS, 52 - PAGE_ROWS, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(52);
  });
});

describe("drafts and records", () => {
  it("are read with the sentences they stand on, and not decided", async () => {
    const { draftId, sourceId } = await stageDraft(stage);
    expect((await api("/drafts")).body.rows).toMatchObject([{ id: draftId, state: "pending" }]);
    const draft = (await api(`/drafts/${draftId}`)).body;
    expect(draft.sourceIds).toEqual([sourceId]);
    expect(draft.statements[0].quotes[0]).toMatchObject({ sourceTitle: "Release 4.3 planning" });
    expect((await api(`/drafts/${draftId}/approve`, post({ revision: 1 }))).status).toBe(404);
    expect((await api(`/drafts/${draftId}`, post({ state: "approved" }))).status).toBe(405);
  });

  it("are listed, read and changed by what they are", async () => {
    const { draftId } = await stageDraft(stage);
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    for (const kind of ["actions", "decisions", "questions", "documents"]) {
      const { rows } = (await api(`/${kind}`)).body;
      expect([kind, rows.length > 0]).toEqual([kind, true]);
      expect((await api(`/${kind}/${rows[0].id}`)).body).toMatchObject({ id: rows[0].id });
    }
    const [{ id: actionId }] = (await api("/actions?words=merge")).body.rows;
    const given = await api(`/actions/${actionId}/reassign`, post({ version: 1, ownerId: CAST.bo.id }));
    expect(given.body).toMatchObject({ actionId, version: 2, ownerId: CAST.bo.id });
    expect((await api(`/actions/${actionId}/complete`, post({ version: 1 }))).status).toBe(409);
    expect((await api(`/actions/${actionId}/complete`, post({ version: 2 }))).body.state).toBe("done");
    const [row] = await stage.store.raw.select().from(actions).where(eq(actions.id, actionId));
    expect(row).toMatchObject({ state: "done", ownerId: CAST.bo.id, closedBy: CAST.ada.id });
    expect(await kindsOf(stage.store, actionId)).toEqual(["action.reassigned", "action.completed"]);
    expect((await api("/deliveries")).body).toEqual({ rows: [], next: null });
  });
});

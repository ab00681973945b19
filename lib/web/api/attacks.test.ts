import { beforeEach, describe, expect, it } from "vitest";
import { sources } from "#drizzle/schema/schema";
import { type AskApi, apiWith, tokenOf } from "#e2e/support/api";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { createToken } from "#lib/tokens/create-token";
import { listTokens } from "#lib/tokens/queries";
import { revokeToken } from "#lib/tokens/revoke-token";
import { changeRole } from "#lib/users/change-role";

const COOKIE = "authjs.session-token=eyJhbGciOiJkaXIifQ; __Secure-authjs.session-token=eyJ";
const DAY = 86_400_000;

let stage: Stage;
let secret: string;
let api: AskApi;
beforeEach(async () => {
  stage = await setStage();
  secret = await tokenOf(stage.as("bo"));
  api = apiWith(stage.as("bo"), secret);
});

const kind = (answer: { body: { type: string } }) => answer.body.type.split(":").at(-1);

describe("without a good token", () => {
  it.each([
    ["no header", {}],
    ["a cookie alone", { cookie: COOKIE }],
    [
      "basic authentication",
      { authorization: `Basic ${btoa("bo@larkfield.example:countersign-larkfield-2026")}` },
    ],
    ["no secret", { authorization: "Bearer" }],
    ["another’s form", { authorization: "Bearer ghp_0123456789abcdefghijklmnopqrstuvwxyz" }],
    ["a made-up one", { authorization: `Bearer cs_${"A".repeat(43)}` }],
    ["SQL", { authorization: "Bearer ' or 1=1 --" }],
    ["a very long one", { authorization: `Bearer cs_${"A".repeat(8000)}` }],
  ])("nobody gets in: %s", async (_, headers: Record<string, string>) => {
    for (const request of [{ headers }, { headers, method: "POST", body: {} }]) {
      const answer = await apiWith(stage.as("ada"), null)("/sources", request);
      expect([answer.status, kind(answer)]).toEqual([401, "unauthorized"]);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="Countersign"/);
    }
  });

  it("a token in the address or the body counts for nothing", async () => {
    const none = apiWith(stage.as("bo"), null);
    expect((await none(`/sources?access_token=${secret}`)).status).toBe(401);
    expect((await none("/sources", { method: "POST", body: { access_token: secret } })).status).toBe(401);
    expect((await api(`/sources?access_token=${secret}`)).status).toBe(422);
  });

  it("is refused the same whether it was revoked, ran out or never was", async () => {
    const ask = (token: string) => apiWith(stage.as("bo"), token)("/sources");
    const never = await ask(`cs_${"B".repeat(43)}`);
    const other = await tokenOf(stage.as("bo"));
    const [row] = await listTokens(stage.as("bo"));
    await revokeToken(stage.as("bo"), { tokenId: row?.id as string });
    stage.clock.advance(1);
    const answers = await Promise.all([ask(other), ask(secret)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    stage.clock.advance(30 * DAY);
    for (const late of [await ask(other), await ask(secret)]) expect(late.body).toEqual(never.body);
  });
});

describe("a token", () => {
  it("acts as its person, whatever cookie comes along", async () => {
    const { sourceId } = await storeNotes(stage, { by: "ada", visibility: "private", attendees: [] });
    const { status } = await api(`/sources/${sourceId}`, { headers: { cookie: COOKIE } });
    expect(status).toBe(404);
  });

  it("of an admin sees no more than the admin", async () => {
    const { sourceId } = await storeNotes(stage, { by: "ada", visibility: "private", attendees: [] });
    const admins = apiWith(stage.as("ines"), await tokenOf(stage.as("ines")));
    const hidden = await admins(`/sources/${sourceId}`);
    expect(hidden.status).toBe(404);
    for (const id of ["src_nowhere", "..%2F..", "%00", "a".repeat(500), "src_%F0%9F%92%A5", "'--"])
      expect([id, await admins(`/sources/${id}`)]).toMatchObject([id, { status: 404, body: hidden.body }]);
  });

  it("can’t be used past its scopes, nor past its person’s role of now", async () => {
    const reads = (await createToken(stage.as("bo"), { name: "R", scopes: ["sources:read"], days: 1 }))
      .secret;
    const body = { workflow: "meeting-notes", title: "T", text: "x", heldOn: "2026-11-20" };
    const full = { ...body, timeZone: "America/Toronto", visibility: "open" };
    const asked = await apiWith(stage.as("bo"), reads)("/sources", { method: "POST", body: full });
    expect(kind(asked)).toBe("insufficient-scope");
    await changeRole(stage.as("ines"), { userId: CAST.bo.id, role: "viewer" });
    expect(kind(await api("/sources", { method: "POST", body: full }))).toBe("insufficient-scope");
    expect(await stage.store.raw.$count(sources)).toBe(0);
  });

  it("is told of its quota, and refused beyond it", async () => {
    const first = await api("/sources");
    expect(first.headers.get("ratelimit-policy")).toBe('"requests";q=300;w=60');
    expect(first.headers.get("ratelimit")).toBe('"requests";r=299;t=60');
    for (let n = 0; n < 299; n++) await api("/deliveries/none");
    const beyond = await api("/sources");
    expect([beyond.status, beyond.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(beyond.headers.get("ratelimit")).toBe('"requests";r=0;t=60');
    const other = apiWith(stage.as("ada"), await tokenOf(stage.as("ada")));
    expect((await other("/sources")).status).toBe(200);
    stage.clock.advance(60_000);
    expect((await api("/sources")).status).toBe(200);
  });
});

describe("a request", () => {
  const SOURCE = {
    workflow: "meeting-notes",
    title: "Notes",
    text: "DECISION: go",
    heldOn: "2026-11-20",
    timeZone: "America/Toronto",
    visibility: "open",
  };
  const post = (body: unknown, headers = {}) => api("/sources", { method: "POST", body, headers });

  it.each([
    ["/nowhere", "GET", 404, "not-found", null],
    ["", "GET", 404, "not-found", null],
    ["/sources/", "GET", 404, "not-found", null],
    ["/sources", "DELETE", 405, "method-not-allowed", "POST, GET"],
    ["/sources/src_1", "PATCH", 405, "method-not-allowed", "GET"],
    ["/openapi.json", "POST", 405, "method-not-allowed", "GET"],
    ["/sources", "OPTIONS", 405, "method-not-allowed", "POST, GET"],
  ])("to %s by %s is told %i %s", async (path, method, status, told, allow) => {
    const answer = await api(path, { method });
    expect([answer.status, kind(answer)]).toEqual([status, told]);
    expect(answer.headers.get("allow")).toBe(allow);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("is refused unless it is JSON", async () => {
    const types = [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "application/jsonp",
    ];
    for (const type of [...types, "application/json; charset=utf-16", ""])
      expect([type, (await post(SOURCE, { "content-type": type })).status]).toEqual([type, 415]);
    expect(kind(await post("{"))).toBe("malformed");
    expect(kind(await post("[1]"))).toBe("invalid");
    expect((await post(SOURCE, { "content-type": "application/json; charset=UTF-8" })).status).toBe(201);
  });

  it("is refused when it is too large, before it is read to its end", async () => {
    const answer = await post({ ...SOURCE, text: "é".repeat(1_600_000) });
    expect(kind(answer)).toBe("too-large");
  });

  it("with fields nobody knows is refused, and says which", async () => {
    const { status, body } = await post({ ...SOURCE, authorId: CAST.ada.id, "a/b": 1 });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/authorId", "/a~1b"]);
    expect((await api("/sources?author=usr_ada")).body.errors[0].pointer).toBe("author");
    expect((await api("/drafts?state=pending&state=approved")).status).toBe(422);
    expect(await stage.store.raw.$count(sources)).toBe(0);
  });

  it.each([
    ["of another list", ["usr_bo"]],
    ["of a day that isn’t", ["2026-02-31T00:00:00Z", "src_1"]],
    ["of a time that isn’t", ["2026-11-20T25:61:00Z", "src_1"]],
    ["with what no database stores", ["2026-11-20T14:00:00Z", "src\u0000"]],
    ["of numbers", [1, 2]],
    ["of nothing", null],
  ])("with a cursor %s is refused", async (_, values) => {
    const cursor = Buffer.from(JSON.stringify(values)).toString("base64url");
    for (const list of ["sources", "runs", "drafts", "decisions", "deliveries"])
      expect([list, (await api(`/${list}?cursor=${cursor}`)).status]).toEqual([list, 422]);
  });

  it("can’t name another thing in its body than in its address", async () => {
    const { sourceId } = await storeNotes(stage, { by: "bo" });
    const answer = await api("/sources/src_other/runs", { method: "POST", body: { sourceId } });
    expect(answer.status).toBe(422);
  });

  it("can’t write headers", async () => {
    const answer = await post(
      { ...SOURCE, title: "x\r\nSet-Cookie: a=b" },
      { "idempotency-key": "k%0d%0aX:y" },
    );
    expect(answer.status).toBe(201);
    expect([...answer.headers.keys()].sort()).toEqual(
      ["cache-control", "content-type", "location", "ratelimit", "ratelimit-policy"].sort(),
    );
  });
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TOKEN_SCOPES } from "#drizzle/schema/tokens";
import { MACHINE_CHANGES, MACHINE_MAKES, MACHINE_READS } from "#e2e/permissions/machine-rows";
import { EVERYBODY, SEES, setWideStage, VISIBILITIES, type Who } from "#e2e/permissions/people";
import { NOWHERE, SECRETS, type SharedMeeting, shareMeeting } from "#e2e/permissions/shared-meeting";
import { SHARED_VERBS } from "#e2e/permissions/shared-verbs";
import { type AskApi, apiAs } from "#e2e/support/api";
import { OPERATIONS } from "#lib/web/api/operations";
import { toolsFor } from "#lib/web/mcp/tools";

type WideStage = Awaited<ReturnType<typeof setWideStage>>;

describe("programs’ doors", () => {
  it("have a row for every operation, and for nothing else", () => {
    const rows = [...Object.keys(MACHINE_READS), ...Object.keys(MACHINE_CHANGES), ...MACHINE_MAKES];
    expect(rows.toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
  });

  it("decide nothing, edit nothing and send nothing", () => {
    const deciding = /approve|reject|edit|settle|send|deliver(?!ies)|user|person|team|session|token/i;
    const changing = OPERATIONS.filter(({ method }) => method !== "GET");
    // What a path has in braces is an id of whatever is acted on.
    const named = ({ id, path }: (typeof OPERATIONS)[number]) => id + path.replaceAll(/\{\w+\}/g, "");
    expect(changing.filter((operation) => deciding.test(named(operation)))).toEqual([]);
    const tools = toolsFor({ scopes: [...TOKEN_SCOPES] });
    expect(tools.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name)).toEqual([
      "submit_source",
      "add_lead_note",
      "post_update",
    ]);
  });
});

describe.each(VISIBILITIES)("of notes shared as “%s”", (visibility) => {
  let stage: WideStage;
  let shared: SharedMeeting;
  let apis: Record<Who, AskApi>;
  beforeAll(async () => {
    stage = await setWideStage();
    shared = await shareMeeting(stage, visibility);
    apis = await apisOf(stage);
  });

  it.each(Object.entries(MACHINE_READS))("%s shows what may be seen, and else nothing", async (_, row) => {
    const inAddress = row.at(NOWHERE) !== row.at(shared);
    for (const who of EVERYBODY) {
      const sees = [...SEES[visibility], ...(row.also ?? [])].includes(who);
      const { status, body } = await apis[who](row.at(shared));
      expect.soft([who, status]).toEqual([who, sees || !inAddress ? 200 : 404]);
      const told = JSON.stringify(body);
      expect.soft([who, told.includes(shared[row.shows])]).toEqual([who, sees]);
      if (!sees && inAddress)
        expect.soft([who, (await apis[who](row.at(NOWHERE))).body]).toEqual([who, body]);
      if (SEES[visibility].includes(who)) continue;
      const hidden = [shared.source, shared.pending, shared.approved, shared.run, ...SECRETS];
      expect.soft([who, hidden.filter((secret) => told.includes(secret))]).toEqual([who, []]);
    }
  });
});

describe.each(Object.entries(MACHINE_CHANGES))("%s", (verb, { at, body = {} }) => {
  const { prepare, may, also = [] } = SHARED_VERBS[verb] as (typeof SHARED_VERBS)[string];
  let stage: WideStage;
  beforeEach(async () => {
    stage = await setWideStage();
  });

  it.each(VISIBILITIES)("on something shared as “%s”", async (visibility) => {
    const apis = await apisOf(stage, true);
    for (const who of EVERYBODY) {
      const sees = [...SEES[visibility], ...also].includes(who);
      const id = await prepare(stage, visibility);
      const { status } = await apis[who](at(id), { method: "POST", body });
      const done = verb === "startRun" ? 201 : 200;
      // A viewer's token doesn't even reach as far as asking.
      const refused = who === "viewer" ? 403 : sees ? 403 : 404;
      expect.soft([who, status]).toEqual([who, sees && may.includes(who) ? done : refused]);
    }
  });
});

describe("a token", () => {
  it.each(TOKEN_SCOPES)("with %s alone reaches what needs that, and nothing else", async (scope) => {
    const stage = await setWideStage();
    const api = await apiAs(stage.as("ada"), [scope]);
    for (const operation of OPERATIONS) {
      const path = operation.path.replace(/\{\w+\}/, "nowhere");
      const { status, headers, body } = await api(path, { method: operation.method });
      const beyond = body.type === "urn:problem-type:countersign:insufficient-scope";
      expect.soft([operation.id, beyond]).toEqual([operation.id, operation.scope !== scope]);
      if (!beyond) continue;
      expect.soft(status).toBe(403);
      expect.soft(headers.get("www-authenticate")).toContain(`scope="${operation.scope}"`);
    }
  });
});

async function apisOf(stage: WideStage, writing = false): Promise<Record<Who, AskApi>> {
  const entries = EVERYBODY.map(async (who) => {
    const scopes = TOKEN_SCOPES.filter((scope) => writing || scope.endsWith(":read"));
    return [who, await apiAs(stage.who(who), who === "viewer" ? undefined : [...scopes])] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<Who, AskApi>;
}

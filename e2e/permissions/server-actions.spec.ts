import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { type Answered, ask } from "#e2e/permissions/asking";
import { nameOf } from "#e2e/permissions/found-routes";
import { SERVER_ACTIONS } from "#e2e/permissions/server-actions";
import { type SharedApp, test } from "#e2e/permissions/shared-app";
import { CAST } from "#e2e/support/cast";

/** A server action as the build serves it: under an id, at the pages that use it. */
type Served = { name: string; id: string; at: string };

const CHIDI = `/settings/people/${CAST.chidi.id}`;

test("the server serves the actions that have a row", () => {
  const served = servedActions().map(({ name }) => name);
  expect(served.toSorted()).toEqual(Object.keys(SERVER_ACTIONS).toSorted());
});

test("a visitor is let through by no server action", async ({ app }) => {
  for (const { name, id, at } of servedActions()) {
    const form = new FormData();
    form.set("_1_token", "made-up");
    form.set("0", '[null,"$K1"]');
    const answer = await ask(app, at, "visitor", {
      method: "POST",
      headers: { "next-action": id },
      body: form,
    });
    expect.soft({ name, visitor: kindOf(answer) }).toEqual({ name, visitor: SERVER_ACTIONS[name] });
  }
});

test("a change is refused that doesn’t come from this site", async ({ app }) => {
  const elsewhere: Record<string, string | null>[] = [
    { origin: null },
    { origin: "null" },
    { origin: "https://elsewhere.example" },
    { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" },
    { origin: "https://elsewhere.example", forwarded: "host=elsewhere.example" },
    { origin: app.url.replace("http:", "https:").replace("localhost", "localhost.example") },
  ];
  for (const headers of elsewhere) {
    expect.soft([headers, (await deactivateChidi(app, headers)).status]).toEqual([headers, 403]);
    const plain = await ask(app, CHIDI, "admin", { method: "POST", headers, body: new FormData() });
    expect.soft([headers, plain.status]).toEqual([headers, 403]);
    const signOut = await ask(app, "/api/auth/signout", "admin", { method: "POST", headers });
    expect.soft([headers, signOut.status]).toEqual([headers, 403]);
  }
  expect((await ask(app, CHIDI, "admin")).text).toContain("Deactivate Chidi");

  await deactivateChidi(app, {});
  expect((await ask(app, CHIDI, "admin")).text).toContain("Reactivate Chidi");
});

test("a person is let through only by what the verb lets them do", async ({ app }) => {
  const refused = await deactivateChidi(app, {}, "leader");
  expect(refused.text).toContain("Only admins deactivate people.");
});

test("what can’t be read is refused in words, and a form without JavaScript as the action refuses it", async ({
  app,
}) => {
  const action = servedActions().find(({ name }) => name.endsWith(": deactivatePersonAction"));
  const call = { "next-action": action?.id ?? "", "content-type": "text/plain;charset=UTF-8" };
  const multipart = { "content-type": "multipart/form-data; boundary=y" };
  for (const [headers, body] of [
    [call, "{"],
    [call, ""],
    [call, "null"],
    [multipart, "x"],
    [{ "content-type": "multipart/form-data" }, "x"],
  ] as const) {
    const answer = await ask(app, CHIDI, "admin", { method: "POST", headers, body });
    expect.soft([headers, body, answer.status]).toEqual([headers, body, 400]);
    expect.soft(answer.text).toBe("What was sent can’t be read.");
  }
  expect((await ask(app, CHIDI, "admin", { method: "DELETE" })).status).toBe(405);

  const form = new FormData();
  form.append(`$ACTION_ID_${action?.id}`, "");
  const plain = await ask(app, CHIDI, "admin", { method: "POST", body: form });
  expect([plain.status, plain.text.includes("Chidi Okafor")]).toEqual([200, true]);
});

function deactivateChidi(
  app: SharedApp,
  headers: Record<string, string | null>,
  who: "admin" | "leader" = "admin",
) {
  const action = servedActions().find(({ name }) => name.endsWith(": deactivatePersonAction"));
  return ask(app, CHIDI, who, {
    method: "POST",
    headers: { "next-action": action?.id ?? "", "content-type": "text/plain;charset=UTF-8", ...headers },
    body: JSON.stringify([CAST.chidi.id]),
  });
}

function servedActions(): Served[] {
  const manifest: { node: Record<string, { workers: object; filename: string; exportedName: string }> } =
    JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: `${nameOf(filename)}: ${exportedName}`,
    at: addressOf(Object.keys(workers)[0] ?? ""),
  }));
}

/** "app/(ops)/runs/[id]/page" is served at "/runs/made-up". */
function addressOf(page: string): string {
  const path = page.replace(/^app|\/page$|\/\([^)]*\)/g, "").replace(/\[\w+\]/g, "made-up");
  return path || "/";
}

function kindOf({ status, action, text }: Answered): string {
  if (action?.startsWith("/sign-in")) return "sign-in";
  return text.includes('"ok":false') ? "refusal" : `${status} ${text.slice(0, 200)}`;
}

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { CAST, PASSWORD } from "#e2e/support/cast";
import { makeHome } from "#e2e/support/company";
import { startServer } from "#e2e/support/server";

const SITE = "https://ops.larkfield.example";

test("behind https every cookie is for https alone, and one that is not opens nothing", async () => {
  test.slow();
  const home = await makeHome("cast");
  const server = await startServer({
    ...home.env,
    AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
    COUNTERSIGN_URL: SITE,
  });
  const form = new FormData();
  form.set("_1_email", CAST.bo.email);
  form.set("_1_password", PASSWORD);
  form.set("0", '[null,"$K1"]');
  const answer = await fetch(`${server.url}/sign-in`, {
    method: "POST",
    body: form,
    headers: { origin: SITE, "next-action": idOf("signInAction") },
    redirect: "manual",
  });
  const session = answer.headers.getSetCookie().find((line) => line.includes("session-token="));
  expect(session).toMatch(/^__Secure-authjs\.session-token=/);
  for (const flag of [/; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i, /; Path=\//i])
    expect(session).toMatch(flag);
  expect(session).not.toMatch(/; Domain=/i);

  const [pair = ""] = (session ?? "").split(";");
  const statusWith = (cookie: string) =>
    fetch(`${server.url}/actions`, { headers: { cookie }, redirect: "manual" }).then(({ status }) => status);
  expect(await statusWith(pair)).toBe(200);
  expect(await statusWith(pair.replace("__Secure-", ""))).toBe(307);
  await server.stop();
  home.remove();
});

function idOf(name: string): string {
  const manifest: { node: Record<string, { exportedName: string }> } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  return Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name)?.[0] ?? "";
}

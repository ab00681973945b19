import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { makeHome } from "#e2e/support/company";
import { START_MS, startServer } from "#e2e/support/server";

test.use({ company: "empty" });
// Each of these starts servers of its own.
test.describe.configure({ timeout: 3 * START_MS });

test("a first start prints the link that creates the admin, and is ready", { tag: "@database" }, async ({
  app,
  request,
}) => {
  expect(app.setupLink).toMatch(/^http:\/\/localhost:\d+\/setup\/[\w-]{43}$/);
  const health = await request.get("/api/health");
  expect(await health.json()).toEqual({ status: "ok" });
});

test("every answer tells the browser what it may do", { tag: "@database" }, async ({ request }) => {
  const [headers, others] = [
    (await request.get("/sign-in")).headers(),
    (await request.get("/sign-in")).headers(),
  ];
  const nonceOf = (sent: typeof headers) =>
    /'nonce-([\w-]{36})'/.exec(sent["content-security-policy"] ?? "")?.[1];
  expect(nonceOf(headers)).toBeDefined();
  expect(nonceOf(others)).not.toBe(nonceOf(headers));
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
  });
  expect(headers).not.toHaveProperty("x-powered-by");
});

test("the database's files are not served", { tag: "@database" }, async ({ request, app: _app }) => {
  for (const path of ["/_next/static/media/pglite.wasm", "/.data/auth-secret", "/../.data/auth-secret"])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("a port that is taken is named, and nothing is opened", { tag: "@database" }, async ({ app }) => {
  const home = await makeHome("empty");
  const port = new URL(app.url).port;
  await expect(startServer({ ...home.env, PORT: port })).rejects.toThrow(`Port ${port} is in use.`);
  home.remove();
});

test("a server that is told to stop ends with code 0, and starts again where it was", {
  tag: "@database",
}, async ({ playwright }) => {
  const home = await makeHome("cast");
  const first = await startServer(home.env);
  await first.stop();
  expect(first.exitCode()).toBe(0);
  const second = await startServer(home.env);
  expect(second.said()).not.toContain("/setup/");
  const api = await playwright.request.newContext({ baseURL: second.url });
  expect((await api.get("/api/health")).status()).toBe(200);
  await api.dispose();
  await second.stop();
  home.remove();
});

test("a server that was killed leaves a directory that opens again", { tag: "@database" }, async () => {
  const home = await makeHome("cast");
  const first = await startServer(home.env);
  await first.kill();
  const second = await startServer(home.env);
  await second.stop();
  expect(second.exitCode()).toBe(0);
  home.remove();
});

test("two servers can't have one data directory", { tag: "@database" }, async () => {
  test.skip(process.env.COUNTERSIGN_TEST_DATABASE === "postgres", "PostgreSQL serves many");
  const home = await makeHome("cast");
  const first = await startServer(home.env);
  await expect(startServer(home.env)).rejects.toThrow(
    "Another Countersign process has this data directory open.",
  );
  await first.stop();
  home.remove();
});

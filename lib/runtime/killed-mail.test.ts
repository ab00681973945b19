import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, it, onTestFinished, vi } from "vitest";
import { mails } from "#drizzle/schema/schema";
import { startMailServer } from "#e2e/doubles/mail-server";
import { CAST, ctxFor, insertCast } from "#e2e/support/cast";
import { emptyServerDatabase, fillDataDirectory, onPostgres } from "#e2e/support/empty-database";
import { kindsOf } from "#e2e/support/events";
import { startProcess } from "#e2e/support/processes";
import { readConfig } from "#lib/runtime/config";
import { type Runtime, startRuntime } from "#lib/runtime/runtime";
import { askForPassword } from "#lib/users/ask-for-password";

it("hands a mail over once, though its worker is killed before the server answers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-mail-"));
  const server = await startMailServer();
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const env: Record<string, string> = {
    COUNTERSIGN_DATA_DIR: folder,
    COUNTERSIGN_SMTP_URL: server.url,
    COUNTERSIGN_MAIL_FROM: "ops@larkfield.example",
    COUNTERSIGN_URL: "http://here.example",
  };
  if (onPostgres) env.DATABASE_URL = await emptyServerDatabase();
  else await fillDataDirectory(folder);
  const inPages = async <T>(work: (pages: Runtime) => Promise<T>) => {
    const pages = await startRuntime(readConfig(env), { worker: false });
    return work(pages).finally(pages.close);
  };

  await inPages(async (pages) => {
    await insertCast(pages.store, new Date());
    await askForPassword(ctxFor(pages.store, "bo", pages), { email: CAST.bo.email, address: null });
  });
  server.behave("hang");
  const first = startProcess("e2e/support/runtime-process.ts", env);
  await vi.waitFor(() => expect(server.handed()).toBe(1), { timeout: 60_000, interval: 20 });
  await first.kill();
  server.behave("accept");
  // Its lease takes a minute to run out.
  await inPages(({ store }) => store.raw.update(mails).set({ leaseUntil: sql`now() - interval '1 s'` }));
  const second = startProcess("e2e/support/runtime-process.ts", env);
  // It looks for what was lost as it starts, and stops when it has.
  await second.says("ready");
  expect(await second.stop()).toBe(0);
  const [row, kinds] = await inPages(async ({ store }) => {
    const [found] = await store.raw.select().from(mails);
    return [found, await kindsOf(store, found?.id ?? "")];
  });
  expect(row).toMatchObject({ state: "unknown", attempt: 1, recipient: null, userId: CAST.bo.id });
  expect(kinds).toEqual(["mail.scheduled", "mail.sending", "mail.unknown"]);
  expect([server.handed(), server.mails]).toEqual([1, []]);
}, 180_000);

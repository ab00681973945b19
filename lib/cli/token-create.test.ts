import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { events } from "#drizzle/schema/schema";
import { CAST, insertCast } from "#e2e/support/cast";
import { emptyServerDatabase, fillDataDirectory, onPostgres } from "#e2e/support/empty-database";
import type { CommandIo } from "#lib/cli/io";
import { tokenCreateCommand } from "#lib/cli/token-create";
import type { Store } from "#lib/db/store";
import { readConfig } from "#lib/runtime/config";
import { openStore } from "#lib/runtime/runtime";
import { findLiveToken } from "#lib/tokens/queries";

const TIME = { timeout: 60_000 };

let io: CommandIo & { printed: string[]; errors: string[] };
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-token-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env: Record<string, string> = { COUNTERSIGN_DATA_DIR: folder };
  if (onPostgres) env.DATABASE_URL = await emptyServerDatabase();
  else await fillDataDirectory(folder);
  const printed: string[] = [];
  const errors: string[] = [];
  const out = { out: (line: string) => printed.push(line), err: (line: string) => errors.push(line) };
  io = { printed, errors, stdin: process.stdin, ...out, env };
  await inStore((store) => insertCast(store, new Date()));
});

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(readConfig(io.env));
  return work(store).finally(store.close);
}

const create = (...argv: string[]) => tokenCreateCommand(argv, io);
const BO = ["--email", "Bo@larkfield.example", "--name", "CI"];

it("prints the secret of a token that works, and nothing else", TIME, async () => {
  expect(await create(...BO, "--scopes", "sources:write, sources:read")).toBe(0);
  expect(io.printed).toEqual([expect.stringMatching(/^cs_[\w-]{43}$/)]);
  expect(io.errors).toEqual([expect.stringMatching(/^The token works until 20\d\d-/)]);
  await inStore(async (store) => {
    const found = await findLiveToken({ store, now: () => new Date() }, io.printed[0] as string);
    expect(found).toMatchObject({ userId: CAST.bo.id, scopes: ["sources:read", "sources:write"] });
    const [event] = await store.raw.select().from(events);
    expect(event).toMatchObject({ kind: "token.created", actorKind: "system", door: "command" });
  });
});

it("refuses what can’t be, in one sentence", TIME, async () => {
  await expect(create("--email", "bo@larkfield.example")).rejects.toThrow(/See --help/);
  await expect(create("--email", "no@one.example", "--name", "x", "--scopes", "drafts:read")).rejects.toThrow(
    "Nobody who works here has the e-mail address no@one.example.",
  );
  await expect(create(...BO, "--scopes", "drafts:approve")).rejects.toMatchObject({ code: "invalid" });
  const hugo = ["--email", "hugo@larkfield.example", "--name", "x", "--scopes", "records:write"];
  await expect(create(...hugo)).rejects.toThrow("The role viewer doesn’t go as far as records:write.");
  expect(io.printed).toEqual([]);
});

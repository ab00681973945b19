import { beforeEach, expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { CAST } from "#e2e/support/cast";
import { type CommandHome, commandHome } from "#e2e/support/command-home";
import { tokenCreateCommand } from "#lib/cli/token-create";
import { findLiveToken } from "#lib/tokens/queries";

const TIME = { timeout: 60_000 };

let home: CommandHome;
beforeEach(async () => {
  home = await commandHome();
});

const create = (...argv: string[]) => tokenCreateCommand(argv, home.io);
const BO = ["--email", "Bo@larkfield.example", "--name", "CI"];

it("prints the secret of a token that works, and nothing else", TIME, async () => {
  expect(await create(...BO, "--scopes", "sources:write, sources:read")).toBe(0);
  expect(home.printed).toEqual([expect.stringMatching(/^cs_[\w-]{43}$/)]);
  expect(home.errors).toEqual([expect.stringMatching(/^The token works until 20\d\d-/)]);
  await home.inStore(async (store) => {
    const found = await findLiveToken({ store, now: () => new Date() }, home.printed[0] as string);
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
  expect(home.printed).toEqual([]);
});

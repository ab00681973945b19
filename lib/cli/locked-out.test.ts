import { expect, it } from "vitest";
import { events, secondFactors } from "#drizzle/schema/schema";
import { CAST } from "#e2e/support/cast";
import { commandHome } from "#e2e/support/command-home";
import { withCommandCtx } from "#lib/cli/command-ctx";
import { resealCommand } from "#lib/cli/reseal";
import { signInLinkCommand } from "#lib/cli/sign-in-link";
import { keysIn } from "#lib/runtime/secrets";
import { openVault } from "#lib/runtime/vault";
import { placeOfSecret } from "#lib/second-factor/codes";
import { signInWithLink } from "#lib/sessions/sign-in-with-link";

const TIME = { timeout: 60_000 };
const OLD = Buffer.alloc(32, 1).toString("base64");
const NEW = Buffer.alloc(32, 2).toString("base64");

it("prints a link that signs somebody in once", TIME, async () => {
  const { io, printed, inStore } = await commandHome();
  expect(
    await signInLinkCommand(["ADA@larkfield.example"], { ...io, env: { ...io.env, PORT: "4000" } }),
  ).toBe(0);
  expect(printed).toEqual([
    expect.stringMatching(/^http:\/\/localhost:4000\/link\/[\w-]{40,}$/),
    "The link works once, within 7 days.",
  ]);
  const token = printed[0]?.split("/").at(-1) ?? "";
  const enter = () =>
    withCommandCtx(io, (ctx) => signInWithLink(ctx, { token, address: null, userAgent: null }));
  expect(await enter()).toMatchObject({ userId: CAST.ada.id });
  await expect(enter()).rejects.toMatchObject({ code: "conflict" });
  const kinds = await inStore((store) =>
    store.raw.select({ kind: events.kind, door: events.door }).from(events),
  );
  expect(kinds.slice(0, 1)).toEqual([{ kind: "link.made", door: "command" }]);
});

it("makes a link to the public address, and none for nobody", TIME, async () => {
  const { io, printed } = await commandHome();
  const env = { ...io.env, COUNTERSIGN_URL: "https://ops.example.com" };
  await signInLinkCommand([CAST.bo.email], { ...io, env });
  expect(printed[0]).toMatch(/^https:\/\/ops\.example\.com\/link\//);
  await expect(signInLinkCommand(["no@one.example"], io)).rejects.toThrow(
    "Nobody on the roster has the e-mail address no@one.example.",
  );
  await expect(signInLinkCommand([], io)).rejects.toThrow("Name one e-mail address");
});

it("seals secrets with the newest key, after which the old one is not needed", TIME, async () => {
  const { io, printed, inStore } = await commandHome();
  const place = placeOfSecret(CAST.bo.id);
  const secret = openVault(() => keysIn(OLD, "OLD")).seal("SHARED", place);
  const factor = { userId: CAST.bo.id, secret, lastStep: 0, turnedOnAt: new Date() };
  await inStore((store) => store.raw.insert(secondFactors).values(factor));
  const under = (keys: string) => ({ ...io, env: { ...io.env, COUNTERSIGN_ENCRYPTION_KEY: keys } });
  await resealCommand([], under(`${NEW},${OLD}`));
  await resealCommand([], under(NEW));
  expect(printed).toEqual([
    "1 secret is sealed with the newest key now. The older ones are no longer needed.",
    "Every secret is sealed with the newest key already.",
  ]);
  const [row] = await inStore((store) => store.raw.select().from(secondFactors));
  expect(openVault(() => keysIn(NEW, "NEW")).open(row?.secret ?? "", place)).toBe("SHARED");
  await expect(resealCommand([], under(OLD))).rejects.toMatchObject({ code: "unavailable" });
});

import { desc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { events, oneTimeLinks, users } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { findLiveSession } from "#lib/sessions/queries";
import { makeSignInLink, signInWithLink } from "#lib/sessions/sign-in-with-link";

const DAY = 24 * 60 * 60_000;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const use = (token: string) => signInWithLink(stage.system, { token, address: null, userAgent: null });
const make = () => makeSignInLink(stage.system, CAST.ada.id);

it("signs in without a password, once", async () => {
  const { token, linkId } = await make();
  const { sessionId } = await use(token);
  expect(await findLiveSession(stage.system, sessionId)).toMatchObject({ userId: CAST.ada.id });
  const [started, made] = await stage.store.raw.select().from(events).orderBy(desc(events.seq));
  expect(made).toMatchObject({
    kind: "link.made",
    subjectId: linkId,
    data: { purpose: "sign_in", userId: CAST.ada.id },
  });
  expect(started).toMatchObject({ kind: "session.started", data: { userId: CAST.ada.id, by: "link" } });
  await expect(use(token)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching("used already"),
  });
});

it("lets one of two in who use it at once", async () => {
  const { token } = await make();
  const both = await Promise.allSettled([use(token), use(token)]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("keeps only a hash of the token", async () => {
  const { token } = await make();
  expect(JSON.stringify(await stage.store.raw.select().from(oneTimeLinks))).not.toContain(token);
});

it("stops after seven days", async () => {
  const { token } = await make();
  stage.clock.advance(7 * DAY);
  await expect(use(token)).rejects.toThrow("This link has expired.");
});

it("is replaced by a newer one", async () => {
  const { token } = await make();
  await make();
  await expect(use(token)).rejects.toThrow("replaced or withdrawn");
});

it("refuses what was never made, and what was made for somebody who was deactivated", async () => {
  await expect(use("made-up")).rejects.toMatchObject({ code: "not_found" });
  const { token } = await make();
  await stage.store.raw
    .update(users)
    .set({ deactivatedAt: stage.clock.now() })
    .where(eq(users.id, CAST.ada.id));
  await expect(use(token)).rejects.toThrow("was deactivated");
});

it("is made by no person, not even an admin", async () => {
  await expect(makeSignInLink(stage.as("ines"), CAST.ada.id)).rejects.toMatchObject({ code: "forbidden" });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  cadences,
  deliveries,
  leadEntries,
  leads,
  suppressions,
  unsubscribeLinks,
} from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { onPostgres } from "#e2e/support/empty-database";
import { kindsOf } from "#e2e/support/events";
import { everythingKept } from "#e2e/support/everything-kept";
import { MARA, stageLead } from "#e2e/support/outreach";
import { foldAddress } from "#lib/format/mail-address";
import { unsubscribeUrl } from "#lib/outreach/unsubscribe-link";
import { readUnsubscribing } from "#lib/received/unsubscribe";
import { answerUnsubscribe, toPage } from "#lib/web/unsubscribe-door";

const SITE = "https://ops.larkfield.example";
const DAY = 86_400_000;

let stage: Stage;
let leadId: string;
let token: string;
beforeEach(async () => {
  stage = await setStage();
  leadId = await stageLead(stage);
  token = await linkOf(MARA.address);
});

const linkOf = async (address: string) =>
  (await unsubscribeUrl(stage.store.raw, address, SITE, stage.clock.now())).split("/").at(-1) as string;
const post = (to = token, { query = "", network = "192.0.2.7" } = {}) =>
  answerUnsubscribe(
    new Request(`${SITE}/api/unsubscribe/${to}${query}`, {
      method: "POST",
      body: "List-Unsubscribe=One-Click",
      headers: { "x-forwarded-for": network, "Content-Type": "application/x-www-form-urlencoded" },
    }),
    to,
    stage.system,
  );
const suppressed = () => stage.store.raw.select().from(suppressions);
const goingCadence = () =>
  stage.store.raw.insert(cadences).values({
    leadId,
    days: [0, 3],
    startedOn: "2026-11-20",
    state: "going",
    startedBy: CAST.bo.id,
  });

describe("an unsubscribe link", () => {
  it("is one for each address for ever, and can’t be guessed", async () => {
    stage.clock.advance(90 * DAY);
    expect(await linkOf(MARA.address)).toBe(token);
    expect(await linkOf("other@quarry.example")).not.toBe(token);
    expect(Buffer.from(token, "base64url").length * 8).toBeGreaterThanOrEqual(128);
    const made = await Promise.all(Array.from({ length: 4 }, () => linkOf("new@quarry.example")));
    expect(new Set(made).size).toBe(1);
  });

  it.runIf(onPostgres)(
    "works while an import holds its lead for longer than a request may take",
    async () => {
      const { promise: done, resolve } = Promise.withResolvers<void>();
      const held = stage.store.raw.transaction(async (tx) => {
        await tx.update(leads).set({ title: "Head" }).where(eq(leads.id, leadId));
        await done;
      });
      expect((await post()).status).toBeLessThan(400);
      expect(await suppressed()).toMatchObject([{ value: MARA.address, reason: "unsubscribed" }]);
      resolve();
      await held;
    },
  );

  it("changes nothing when it is opened, as scanners do", async () => {
    const before = await everythingKept(stage.store);
    expect(await readUnsubscribing(stage.system, token)).toEqual({ address: MARA.address, done: false });
    const opened = toPage(token);
    expect([opened.status, opened.headers.get("Location")]).toEqual([303, `/unsubscribe/${token}`]);
    expect(await everythingKept(stage.store)).toBe(before);
  });

  it("stops everything in one post, without session or Origin, and after 60 days", async () => {
    await goingCadence();
    const { draftId } = await stageDraft(stage);
    await stage.store.raw.insert(deliveries).values({
      id: "dlv_waits",
      draftId,
      revision: 1,
      channel: "mail",
      recipient: MARA.address,
      state: "scheduled",
      dueAt: stage.clock.now(),
      createdAt: stage.clock.now(),
    });
    stage.clock.advance(61 * DAY);
    const answer = await post();
    expect([answer.status, await answer.text()]).toEqual([
      200,
      "Nothing is sent to mara@quarry.example any more.\n",
    ]);
    expect(await suppressed()).toMatchObject([
      { value: foldAddress("MARA@quarry.EXAMPLE"), kind: "address", reason: "unsubscribed", addedBy: null },
    ]);
    expect(await stage.store.raw.select().from(cadences)).toMatchObject([
      { state: "stopped", stop: "unsubscribed" },
    ]);
    const entries = await stage.store.raw.select().from(leadEntries).where(eq(leadEntries.leadId, leadId));
    expect(entries).toMatchObject([{ kind: "unsubscribed", by: null }]);
    expect(await stage.store.raw.select().from(deliveries)).toMatchObject([{ state: "cancelled" }]);
    expect(await kindsOf(stage.store, leadId)).toEqual(["cadence.stopped"]);
    expect((await readUnsubscribing(stage.system, token)).done).toBe(true);
  });

  it("works again and again, and at once, with one line on the list", async () => {
    const answers = await Promise.all([post(), post(), post()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await post()).status).toBe(200);
    expect(await suppressed()).toHaveLength(1);
  });

  it("leads the button of the page back to the page", async () => {
    const answer = await post(token, { query: "?from-page=1" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/unsubscribe/${token}`]);
    expect(await suppressed()).toHaveLength(1);
  });

  it("answers made-up ones politely, a while long, and never refuses a real one", async () => {
    await expect(readUnsubscribing(stage.system, "made-up")).rejects.toMatchObject({ code: "not_found" });
    for (let n = 0; n < 40; n++) expect((await post(`made-up-${n}`)).status).toBe(404);
    expect((await post("made-up")).status).toBe(429);
    expect((await post()).status).toBe(200);
    expect(await stage.store.raw.$count(unsubscribeLinks)).toBe(1);
  });
});

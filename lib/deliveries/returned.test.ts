import { tmpdir } from "node:os";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LeadStage } from "#drizzle/schema/leads";
import { consents, drafts, leads, users } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { approveAgain, approveLetter } from "#e2e/support/letters";
import { stageLead } from "#e2e/support/outreach";
import { openPostOffice, type PostOffice } from "#e2e/support/post-office";
import { outboxFolder } from "#lib/channels/outbox-folder";
import { addEntry } from "#lib/leads/timeline";

let stage: Stage;
let office: PostOffice;
let leadId: string;
beforeEach(async () => {
  stage = await setStage();
  office = await openPostOffice(stage);
  leadId = await stageLead(stage);
});
afterEach(() => office.server.close());

const perform = (id: string) => office.perform(id);
const approve = () => approveLetter(stage, leadId, { channels: office.channels });
const rowOf = (id: string) => office.row(id);
const draftState = async (id: string) =>
  (await stage.store.raw.select().from(drafts).where(eq(drafts.id, id)))[0]?.state;

describe("just before it leaves, an approved mail goes back to the queue", () => {
  const raw = () => stage.store.raw;
  const change = (columns: Partial<typeof leads.$inferInsert>) =>
    raw().update(leads).set(columns).where(eq(leads.id, leadId));
  const CASES: [string, () => Promise<unknown>, RegExp][] = [
    [
      "where the lead answered",
      () =>
        addEntry(
          stage.system,
          { tx: raw() as never },
          { leadId, kind: "mail_in", at: stage.clock.now(), words: "Hi" },
        ),
      /answered after this was approved/,
    ],
    ["where the lead was closed", () => change({ stage: "lost" satisfies LeadStage }), /closed as lost/],
    ["where the lead was deleted", () => change({ deletedAt: new Date() }), /was deleted/],
    [
      "where the address is another",
      () => change({ email: "m@q.example", address: "m@q.example" }),
      /may be sent|address of Mara/,
    ],
    [
      "where the address is another with consent",
      async () => {
        const now = stage.clock.now();
        await change({ email: "m@q.example", address: "m@q.example" });
        await raw().update(consents).set({ address: "m@q.example", recordedAt: now });
      },
      /address of Mara Okonkwo changed/,
    ],
    [
      "where the consent was withdrawn",
      () => raw().update(consents).set({ withdrawnAt: new Date() }),
      /Nothing may be sent/,
    ],
    [
      "where what it says changed",
      () => raw().update(drafts).set({ title: "Something else" }),
      /What it says changed/,
    ],
    [
      "where who approved it has left",
      () => raw().update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, CAST.bo.id)),
      /Bo Tran, who approved this, has left/,
    ],
    [
      "where its mailbox is gone",
      async () => {
        office.channels = { outbox: outboxFolder(tmpdir()) };
      },
      /another mailbox/,
    ],
  ];

  it.each(CASES)("%s", async (_, happen, reason) => {
    const { deliveryId, draftId } = await approve();
    stage.clock.advance(30_000);
    await happen();
    await perform(deliveryId);
    expect(await rowOf(deliveryId)).toMatchObject({
      state: "returned",
      reason: expect.stringMatching(reason),
    });
    expect(await draftState(draftId)).toBe("pending");
    expect(await kindsOf(stage.store, draftId)).toContain("draft.reopened");
    expect(office.server.handed()).toBe(0);
  });

  it("and leaves when it is approved again, under the same Message-ID", async () => {
    const { deliveryId, draftId } = await approve();
    stage.clock.advance(30_000);
    await raw().update(drafts).set({ title: "Something else" });
    await perform(deliveryId);
    const again = await approveAgain({ ...stage.as("bo"), channels: office.channels }, draftId);
    stage.clock.advance(30_000);
    await perform(deliveryId);
    await perform(again);
    expect(await rowOf(deliveryId)).toMatchObject({ state: "cancelled" });
    expect(office.server.mails).toMatchObject([
      { subject: "Something else", messageId: `<${draftId}@larkfield.example>` },
    ]);
  });
});

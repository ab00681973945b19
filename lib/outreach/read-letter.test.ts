import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { deliveries, drafts, leads, letters, receivedMails, voices } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { readLetter } from "#lib/outreach/read-letter";

let stage: Stage;
let leadId: string;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  leadId = await stageLead(stage);
  ({ draftId } = await stageFollowUp(stage, leadId));
});

const read = (revision = 1) =>
  readLetter(stage.system, stage.store.raw, { draftId, revision, sender: CAST.bo });
const approve = (revision = 1) => approveDraft(stage.as("bo"), { draftId, revision });
const codes = async () => (await read()).reasons.map(({ level, code }) => `${level} ${code}`);
const statementOf = async (section: string) => {
  const { statements } = await getDeskDraft(stage.as("bo"), draftId);
  return statements.find((one) => one.kept && one.section === section)!;
};

describe("a mail as it would leave", () => {
  it("is to the lead's own address, and reads the same each time", async () => {
    await identifyCompany(stage);
    await stage.store.raw.insert(voices).values({ userId: CAST.bo.id, signature: "Bo, Larkfield" });
    const { letter, reasons, mailbox } = await read();
    expect(reasons).toEqual([]);
    expect(mailbox).toBe("outbox");
    expect(letter).toMatchObject({
      to: { name: "Marta Novak", address: "marta@novak.example" },
      from: { name: "Bo Tran" },
      messageId: expect.stringMatching(new RegExp(`^${draftId}@`)),
    });
    expect(letter?.text).toContain("Bo, Larkfield");
    expect(await read()).toEqual(await read());
  });

  it("answers the newest mail of theirs", async () => {
    const at = new Date("2026-11-19T12:00:00Z");
    await stage.store.raw.insert(receivedMails).values({
      id: "rcv_1",
      mailbox: "shared",
      messageId: "her@novak.example",
      kind: "reply",
      leadId,
      answers: ["first@larkfield.example", "second@larkfield.example"],
      receivedAt: at,
      createdAt: at,
    });
    expect((await read()).letter).toMatchObject({
      inReplyTo: "her@novak.example",
      references: ["first@larkfield.example", "second@larkfield.example", "her@novak.example"],
    });
  });
});

describe("approving", () => {
  it("keeps the mail, once, to the address the lead has", async () => {
    await identifyCompany(stage);
    await approve();
    const [kept] = await stage.store.raw.select().from(letters);
    expect(kept).toMatchObject({ leadId, approvedBy: CAST.bo.id, letter: (await read()).letter });
    expect(await stage.store.raw.select().from(deliveries)).toMatchObject([
      { channel: "mail", recipient: "marta@novak.example", state: "scheduled" },
    ]);
  });

  it("is refused with everything that blocks it, and decides nothing", async () => {
    await stage.store.raw.update(leads).set({ address: "someone@else.example" });
    expect(await codes()).toEqual(["block no_consent", "block identity"]);
    await expect(approve()).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/nothing says that Marta Novak.* company’s name/s),
    });
    const [draft] = await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId));
    expect(draft?.state).toBe("pending");
    expect(await stage.store.raw.select().from(letters)).toEqual([]);
  });

  it("is refused for words that no source has, until somebody takes them on themselves", async () => {
    await identifyCompany(stage);
    const { id: statementId } = await statementOf("fact");
    const unsourced = [{ kind: "price" as const, words: "$1,900" }];
    await stage.store.raw.execute(
      `update revisions set statements = (select jsonb_agg(case when one ->> 'id' = '${statementId}' then one || '{"text":"That is $1,900 a month.","unsourced":${JSON.stringify(unsourced)}}'::jsonb else one end) from jsonb_array_elements(statements) one)`,
    );
    await expect(approve()).rejects.toMatchObject({
      code: "invalid",
      message: /\$1,900 stands in no source/,
    });
    const edit = (change: object, revision: number) =>
      editDraft(stage.as("bo"), { draftId, revision, changes: [{ statementId, ...change }] });
    await edit({ text: "It comes to 1900 dollars." }, 1);
    await expect(approve(2)).rejects.toMatchObject({ code: "invalid" });
    const { statements } = await edit({ confirm: true }, 2);
    expect(statements.find(({ id }) => id === statementId)).toMatchObject({ confirmed: ["1900 dollars"] });
    await approve(3);
  });

  it("takes words that a person types for theirs", async () => {
    await identifyCompany(stage);
    const { id: statementId } = await statementOf("fact");
    await editDraft(stage.as("bo"), {
      draftId,
      revision: 1,
      changes: [{ statementId, text: "That is $1,740 a month." }],
    });
    await approve(2);
  });

  it("keeps one subject of those there are", async () => {
    const { statements } = await getDeskDraft(stage.as("bo"), draftId);
    const other = statements.find((one) => one.section === "subject" && !one.kept)!;
    const edited = await editDraft(stage.as("bo"), {
      draftId,
      revision: 1,
      changes: [{ statementId: other.id, kept: true }],
    });
    const kept = edited.statements.filter((one) => one.section === "subject" && one.kept);
    expect(kept.map(({ id }) => id)).toEqual([other.id]);
  });
});

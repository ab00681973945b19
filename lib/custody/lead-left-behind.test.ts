import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import * as schema from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { CALL, stageFollowUp } from "#e2e/support/follow-ups";
import { mailText } from "#e2e/support/incoming";
import { importLeads } from "#e2e/support/lead-imports";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { openPostOffice } from "#e2e/support/post-office";
import { parseMail } from "#lib/channels/parse-mail";
import { recordConsent } from "#lib/consent/record-consent";
import { deleteLead } from "#lib/custody/delete-lead";
import { approveDraft } from "#lib/drafts/approve-draft";
import { addNote } from "#lib/leads/add-note";
import { receiveMail } from "#lib/received/receive-mail";
import { unsubscribe } from "#lib/received/unsubscribe";
import { LETTER_RULES } from "#lib/runtime/letter-rules";

const EMAIL = "marta@novak.example";
const FILE = `Name,Email,Notes\nMarta Novak,${EMAIL},old\nMarta Novak,${EMAIL},new\n`;

it("a lead that was imported, written to, answered and unsubscribed leaves what the law asks for, and no other word", async () => {
  const stage = await setStage();
  const { raw } = stage.store;
  const [bo, ada] = [stage.as("bo"), stage.as("ada")];
  const office = await openPostOffice(stage);
  await identifyCompany(stage);
  await importLeads(bo, FILE);
  const leadId = (await raw.select().from(schema.leads))[0]?.id ?? "";
  await recordConsent(bo, {
    email: EMAIL,
    basis: "express",
    obtainedOn: "2026-11-02",
    evidence: "She asked.",
  });
  await addNote(bo, { leadId, kind: "call", text: CALL, on: "2026-11-17" });
  const { draftId } = await stageFollowUp(stage, leadId);
  await approveDraft({ ...ada, channels: office.channels }, { draftId, revision: 1 });
  stage.clock.advance(3_600_000);
  const [delivery] = await raw.select().from(schema.deliveries);
  await office.perform(delivery?.id ?? "", LETTER_RULES);
  const answer = await parseMail(
    Buffer.from(mailText({ From: EMAIL, Subject: "Re: Novak" }, "The pilot can begin in Guelph.")),
  );
  if (!answer) throw new Error("The mail can’t be read.");
  const arrived = { mailbox: "shared", at: stage.clock.now() };
  await receiveMail(stage.system, arrived, answer, LETTER_RULES.afterSent);
  await stageFollowUp(stage, leadId);
  const [link] = await raw.select().from(schema.unsubscribeLinks);
  await unsubscribe(stage.system, { token: link?.token ?? "", address: "192.0.2.7" });
  await office.server.close();
  expect(await tablesWith(/marta|novak/i)).toEqual(expect.arrayContaining(["leads", "lead_import_rows"]));

  const [lead] = await raw.select().from(schema.leads);
  await deleteLead(ada, { leadId, version: lead?.version ?? 0 });
  expect(await tablesWith(/marta|novak|guelph|inspector/i)).toEqual([
    "consents",
    "deliveries",
    "letters",
    "suppressions",
    "unsubscribe_links",
  ]);

  async function tablesWith(words: RegExp): Promise<string[]> {
    const tables = Object.values<unknown>(schema).filter((one) => is(one, PgTable)) as PgTable[];
    const kept = await Promise.all(tables.map((table) => raw.select().from(table)));
    return tables
      .filter((_, n) => words.test(JSON.stringify(kept[n])))
      .map(getTableName)
      .sort();
  }
});

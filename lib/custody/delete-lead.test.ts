import { beforeEach, expect, it } from "vitest";
import { leadEntries, leads, sourceVersions, suppressions } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { addLead, KIM } from "#e2e/support/leads";
import { loserOf } from "#e2e/support/race";
import { withdrawConsent } from "#lib/consent/withdraw-consent";
import { deleteLead } from "#lib/custody/delete-lead";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { addNote } from "#lib/leads/add-note";
import { keepFacts } from "#lib/leads/keep-facts";
import { listLeads } from "#lib/leads/queries";

let stage: Stage;
let leadId: string;
beforeEach(async () => {
  stage = await setStage();
  leadId = await addLead(stage.as("bo"));
});

it("leaves nothing that was written of a lead, and keeps that nothing is to be sent to them", async () => {
  const [bo, ada] = [stage.as("bo"), stage.as("ada")];
  await addNote(bo, { leadId, kind: "note", text: "Asked for a trial." });
  await transact(bo, (work) => keepFacts(bo, work, leadId));
  await withdrawConsent(bo, { email: KIM.email ?? "" });
  expect(await deleteLead(ada, { leadId, version: 1 })).toEqual({ sources: 2 });
  expect(await stage.store.raw.$count(sourceVersions)).toBe(0);
  expect(await stage.store.raw.$count(leadEntries)).toBe(0);
  expect(await stage.store.raw.$count(suppressions)).toBe(1);
  const [row] = await stage.store.raw.select().from(leads);
  expect(JSON.stringify(row)).not.toMatch(/kim|hollis/i);
  expect(await kindsOf(stage.store, leadId)).toEqual(["lead.created", "lead.noted", "lead.deleted"]);
  expect((await listLeads(ada, { words: "kim" })).rows).toEqual([]);
  // The address is free again, and still on the list.
  expect(await addLead(bo)).not.toBe(leadId);
});

it("is for leaders and admins, and of two who do it one is told that it is gone", async () => {
  const act = (ctx: UserCtx) => deleteLead(ctx, { leadId, version: 1 });
  await expect(act(stage.as("bo"))).rejects.toMatchObject({ code: "forbidden" });
  const lost = await loserOf({ ctx: stage.as("ada"), act }, { ctx: stage.as("ines"), act });
  expect(lost).toMatchObject({ code: "not_found" });
});

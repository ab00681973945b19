import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import type { Stage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { addLead, KIM } from "#e2e/support/leads";
import { liftSuppression } from "#lib/consent/lift-suppression";
import { listConsents, listSuppressions } from "#lib/consent/list-queries";
import { recordConsent } from "#lib/consent/record-consent";
import { suppressAddress } from "#lib/consent/suppress-address";
import { withdrawConsent } from "#lib/consent/withdraw-consent";
import { deleteLead } from "#lib/custody/delete-lead";
import { addNote } from "#lib/leads/add-note";
import { getBoard } from "#lib/leads/board";
import { createLead } from "#lib/leads/create-lead";
import { editLead } from "#lib/leads/edit-lead";
import { findMentions } from "#lib/leads/mentions";
import { moveStage } from "#lib/leads/move-stage";
import { getLead, listEveryLead, listLeads } from "#lib/leads/queries";
import { listTimeline } from "#lib/leads/timeline-queries";

const email = "kim@hollis.example";
const evidence = "Said so on the phone.";
const obtainedOn = "2026-11-01";
const WORKERS = only(["admin", "leader", "lead", "member"]);

const kim = ({ as }: Stage) => addLead(as("chidi"));
const noted = async (stage: Stage) => {
  const leadId = await kim(stage);
  await addNote(stage.as("chidi"), { leadId, kind: "note", text: "Asked for a trial." });
  return leadId;
};
const mentioned = async (stage: Stage, visibility: "open" | "private") =>
  (await storeNotes(stage, { by: "ada", visibility, text: "We met Hollis Cold Storage." })).sourceId;
const suppressed = async ({ as }: Stage) => {
  await suppressAddress(as("chidi"), { value: email });
  return (await listSuppressions(as("chidi"))).rows[0]?.id ?? "";
};
const consented = async ({ as }: Stage) => {
  await recordConsent(as("chidi"), { email, evidence, obtainedOn, basis: "inquiry" });
  return email;
};

/** Verbs on leads and on whether they may be written to: everybody who works here does them, viewers read. */
export const LEAD_VERBS: Record<string, WorkspaceRow> = {
  createLead: { act: (ctx) => createLead(ctx, KIM), answers: WORKERS },
  editLead: {
    prepare: kim,
    act: (ctx, leadId) => editLead(ctx, { leadId, version: 1, facts: { title: "Director" } }),
    answers: WORKERS,
  },
  moveStage: {
    prepare: kim,
    act: (ctx, leadId) => moveStage(ctx, { leadId, version: 1, stage: "won" }),
    answers: WORKERS,
  },
  addNote: {
    prepare: kim,
    act: (ctx, leadId) => addNote(ctx, { leadId, kind: "note", text: "Asked for a trial." }),
    answers: WORKERS,
  },
  deleteLead: {
    prepare: kim,
    act: (ctx, leadId) => deleteLead(ctx, { leadId, version: 1 }),
    answers: only(["admin", "leader"]),
  },
  recordConsent: {
    act: (ctx) => recordConsent(ctx, { email, evidence, obtainedOn, basis: "express" }),
    answers: WORKERS,
  },
  withdrawConsent: { act: (ctx) => withdrawConsent(ctx, { email }), answers: WORKERS },
  suppressAddress: { act: (ctx) => suppressAddress(ctx, { value: email }), answers: WORKERS },
  liftSuppression: {
    prepare: suppressed,
    act: (ctx, suppressionId) =>
      liftSuppression(ctx, { suppressionId, evidence, obtainedOn: ctx.now().toISOString().slice(0, 10) }),
    answers: WORKERS,
  },
};

export const LEAD_READS: Record<string, WorkspaceRow> = {
  listLeads: { prepare: kim, act: async (ctx) => (await listLeads(ctx)).rows, answers: all("yes") },
  listEveryLead: { prepare: kim, act: (ctx) => listEveryLead(ctx, {}), answers: all("yes") },
  "getLead: one that is there": { prepare: kim, act: getLead, answers: all("yes") },
  "getLead: one that is not": { act: (ctx) => getLead(ctx, "led_gone"), answers: all("gone") },
  getBoard: {
    prepare: kim,
    act: async (ctx) => (await getBoard(ctx)).flatMap((column) => column.leads),
    answers: all("yes"),
  },
  listTimeline: {
    prepare: noted,
    act: async (ctx, leadId) => (await listTimeline(ctx, { leadId })).rows,
    answers: all("yes"),
  },
  "findMentions: in what is open": {
    prepare: (stage) => mentioned(stage, "open"),
    act: (ctx) => findMentions(ctx, { name: "Kim", company: "Hollis Cold Storage" }),
    answers: all("yes"),
  },
  "findMentions: in what is private": {
    prepare: (stage) => mentioned(stage, "private"),
    act: (ctx) => findMentions(ctx, { name: "Kim", company: "Hollis Cold Storage" }),
    answers: only(["leader"], "gone"),
  },
  listSuppressions: {
    prepare: suppressed,
    act: async (ctx) => (await listSuppressions(ctx)).rows,
    answers: all("yes"),
  },
  listConsents: { prepare: consented, act: listConsents, answers: all("yes") },
};

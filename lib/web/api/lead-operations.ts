import { z } from "zod";
import { PAGE_ROWS } from "#lib/db/page";
import { addNote } from "#lib/leads/add-note";
import { createLead } from "#lib/leads/create-lead";
import { getLead, listLeads } from "#lib/leads/queries";
import { AddNote, CreateLead, LeadFilter, NameLead } from "#lib/leads/schema";
import { writableOf } from "#lib/leads/view";
import { pageOf } from "#lib/web/api/answers";
import { AddedNote, CreatedLead, LeadInFull, ListedLead } from "#lib/web/api/lead-answers";
import { changing, type Operation, reading } from "#lib/web/api/operation";

const about = { tag: "leads" } as const;

/** Who may buy, and what they wrote and said. */
export const LEAD_OPERATIONS: Operation[] = [
  changing({
    ...about,
    scope: "leads:write",
    id: "createLead",
    path: "/leads",
    summary:
      "Adds a lead; one with the same address or external id is a conflict whose `existing` is the address of that lead",
    input: z.object(CreateLead.shape),
    answers: { 201: CreatedLead },
    change: createLead,
    tell: (created) => ({ status: 201, location: `/api/v1/leads/${created.leadId}`, body: created }),
  }),
  reading({
    ...about,
    scope: "leads:read",
    id: "listLeads",
    path: "/leads",
    summary: "Leads, by when something last happened to them",
    tool: `Finds leads by words, stage or owner, those to whom something happened last first, ${PAGE_ROWS} at a time.`,
    input: LeadFilter,
    answer: pageOf(ListedLead),
    read: listLeads,
  }),
  reading({
    ...about,
    scope: "leads:read",
    id: "readLead",
    path: "/leads/{leadId}",
    summary: "One lead with all that is known of it, and whether it may be written to",
    tool: "Reads one lead with all that is known of it, and whether it may be written to.",
    input: NameLead,
    answer: LeadInFull,
    read: async (ctx, { leadId }) => {
      const { standing, ...lead } = await getLead(ctx, leadId);
      return { ...lead, writable: writableOf(standing ?? undefined) };
    },
  }),
  changing({
    ...about,
    scope: "leads:write",
    id: "addLeadNote",
    path: "/leads/{leadId}/notes",
    summary: "Adds a note, notes of a call or a thread of mails to a lead’s timeline",
    tool: "Adds a note, notes of a call or a thread of mails to a lead’s timeline. Nothing is sent by this.",
    input: AddNote,
    answers: { 201: AddedNote, 200: AddedNote },
    change: addNote,
    tell: (added) =>
      added.duplicate
        ? { status: 200, body: added }
        : { status: 201, location: `/api/v1/sources/${added.sourceId}`, body: added },
  }),
];

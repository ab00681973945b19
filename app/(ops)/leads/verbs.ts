"use server";

import { recordConsent as record } from "#lib/consent/record-consent";
import type { RecordConsent, WithdrawConsent } from "#lib/consent/schema";
import { withdrawConsent } from "#lib/consent/withdraw-consent";
import { deleteLead } from "#lib/custody/delete-lead";
import type { UserCtx } from "#lib/events/context";
import { dropFilter, keepLeadFilter } from "#lib/filters/keep-filter";
import type { DropFilter, KeepLeadFilter } from "#lib/filters/schema";
import { type AddedNote, addNote } from "#lib/leads/add-note";
import { createLead } from "#lib/leads/create-lead";
import { editLead } from "#lib/leads/edit-lead";
import { leadOfForm } from "#lib/leads/lead-form";
import { moveStage } from "#lib/leads/move-stage";
import type { AddNote, DeleteLead, EditLead, MoveStage } from "#lib/leads/schema";
import { actionDoor, formOf, type Outcome } from "#lib/web/door";

type Versioned = Promise<Outcome<{ version: number }>>;

export async function create(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor((ctx: UserCtx, filled: FormData) => createLead(ctx, leadOfForm(filled)), formOf(form));
}

export async function edit(input: EditLead): Versioned {
  return actionDoor(editLead, input);
}

export async function move(input: MoveStage): Versioned {
  return actionDoor(moveStage, input);
}

export async function note(input: AddNote): Promise<Outcome<AddedNote>> {
  return actionDoor(addNote, input);
}

export async function remove(input: DeleteLead): Promise<Outcome<unknown>> {
  return actionDoor(deleteLead, input);
}

export async function recordConsent(input: RecordConsent): Promise<Outcome<{ lifted: boolean }>> {
  return actionDoor(record, input);
}

export async function withdraw(input: WithdrawConsent): Promise<Outcome<unknown>> {
  return actionDoor(withdrawConsent, input);
}

export async function keepView(input: KeepLeadFilter): Promise<Outcome<unknown>> {
  return actionDoor(keepLeadFilter, input);
}

export async function dropView(input: DropFilter): Promise<Outcome<unknown>> {
  return actionDoor(dropFilter, input);
}

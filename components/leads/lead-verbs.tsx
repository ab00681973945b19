import type { RecordConsent, WithdrawConsent } from "#lib/consent/schema";
import type { AddedNote } from "#lib/leads/add-note";
import type { AddNote, DeleteLead, EditLead, MoveStage } from "#lib/leads/schema";
import type { Outcome } from "#lib/web/door";

/** What pages can do with a lead. */
export type LeadVerbs = {
  edit: (input: EditLead) => Promise<Outcome<{ version: number }>>;
  move: (input: MoveStage) => Promise<Outcome<{ version: number }>>;
  note: (input: AddNote) => Promise<Outcome<AddedNote>>;
  remove: (input: DeleteLead) => Promise<Outcome<unknown>>;
  recordConsent: (input: RecordConsent) => Promise<Outcome<{ lifted: boolean }>>;
  withdraw: (input: WithdrawConsent) => Promise<Outcome<unknown>>;
};

import type { UserCtx } from "#lib/events/context";
import { createLead } from "#lib/leads/create-lead";
import type { CreateLead } from "#lib/leads/schema";

/** Somebody outside who may buy. */
export const KIM: CreateLead = {
  name: "Kim Okonkwo",
  firstName: "Kim",
  email: "Kim@Hollis.example",
  company: "Hollis Cold Storage",
  title: "Head of Operations",
};

/** Adds a lead, Kim unless told otherwise, and returns its id. */
export async function addLead(ctx: UserCtx, facts: Partial<CreateLead> = {}): Promise<string> {
  return (await createLead(ctx, { ...KIM, ...facts })).leadId;
}

import { z } from "zod";

const Id = z.string().min(1).max(64);
/** `version` is the one the person saw; anything newer is a conflict. */
const Seen = z.object({ actionId: Id, version: z.number().int().positive() });

export const CompleteAction = Seen;
export type CompleteAction = z.infer<typeof CompleteAction>;

export const ReopenAction = Seen;
export type ReopenAction = z.infer<typeof ReopenAction>;

export const ReassignAction = Seen.extend({ ownerId: Id.nullable() });
export type ReassignAction = z.infer<typeof ReassignAction>;

/** `dueOn` is YYYY-MM-DD, or null for no date. */
export const RedateAction = Seen.extend({ dueOn: z.iso.date().nullable() });
export type RedateAction = z.infer<typeof RedateAction>;

export const CancelAction = Seen.extend({
  reason: z.string().trim().min(1, "Say why it is not done.").max(500),
});
export type CancelAction = z.infer<typeof CancelAction>;

/** Which actions a list shows. `teamId` is the team of the owner; `dueUntil` is YYYY-MM-DD, inclusive. */
export const ActionFilter = z.object({
  state: z.enum(["open", "done", "cancelled"]).default("open"),
  ownerId: Id.optional(),
  teamId: Id.optional(),
  dueUntil: z.iso.date().optional(),
  cursor: z.string().max(200).optional(),
});
export type ActionFilter = z.input<typeof ActionFilter>;

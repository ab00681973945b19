import { z } from "zod";
import { Cursor, Day, Id, SearchWords, Version, Words } from "#lib/inputs/schema";

/** `version` is the one the person saw; anything newer is a conflict. */
const Seen = z.object({ actionId: Id, version: Version });

export const CompleteAction = Seen;
export type CompleteAction = z.infer<typeof CompleteAction>;

export const ReopenAction = Seen;
export type ReopenAction = z.infer<typeof ReopenAction>;

export const ReassignAction = Seen.extend({ ownerId: Id.nullable() });
export type ReassignAction = z.infer<typeof ReassignAction>;

/** `dueOn` is YYYY-MM-DD, or null for no date. */
export const RedateAction = Seen.extend({ dueOn: Day.nullable() });
export type RedateAction = z.infer<typeof RedateAction>;

export const CancelAction = Seen.extend({
  reason: Words.min(1, "Say why it is not done.").max(500),
});
export type CancelAction = z.infer<typeof CancelAction>;

/** Which actions a list shows. `teamId` is the team of the owner; `dueUntil` is YYYY-MM-DD, inclusive. */
export const ActionFilter = z.object({
  state: z.enum(["open", "done", "cancelled"]).default("open"),
  ownerId: Id.optional(),
  teamId: Id.optional(),
  seriesId: Id.optional(),
  dueUntil: Day.optional(),
  words: SearchWords.optional(),
  cursor: Cursor.optional(),
});
export type ActionFilter = z.input<typeof ActionFilter>;

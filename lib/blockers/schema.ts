import { z } from "zod";
import { BLOCKER_STATES } from "#drizzle/schema/blockers";
import { Cursor, Id, Line, SearchWords, Version } from "#lib/inputs/schema";

/** `version` is the one the person saw; anything newer is a conflict. */
const Seen = z.object({ blockerId: Id, version: Version });

export const ConfirmBlocker = Seen;
export type ConfirmBlocker = z.infer<typeof ConfirmBlocker>;

/** `ownerId` is who unblocks it, or null for nobody. */
export const OwnBlocker = Seen.extend({ ownerId: Id.nullable() });
export type OwnBlocker = z.infer<typeof OwnBlocker>;

export const ResolveBlocker = Seen.extend({
  how: Line.min(1, "Say in one line how it was resolved.").max(300, "One line has at most 300 characters."),
});
export type ResolveBlocker = z.input<typeof ResolveBlocker>;

export const AcceptBlocker = Seen.extend({
  why: Line.min(1, "Say in one line why you live with it.").max(300, "One line has at most 300 characters."),
});
export type AcceptBlocker = z.input<typeof AcceptBlocker>;

export const DismissBlocker = Seen;
export type DismissBlocker = z.infer<typeof DismissBlocker>;

export const ReopenBlocker = Seen;
export type ReopenBlocker = z.infer<typeof ReopenBlocker>;

export const RewordBlocker = Seen.extend({
  text: Line.min(1, "Write what is in the way.").max(500, "A blocker has at most 500 characters."),
});
export type RewordBlocker = z.input<typeof RewordBlocker>;

/** `teamId` is the team it waits for, or null for none. */
export const NameWaitedFor = Seen.extend({ teamId: Id.nullable() });
export type NameWaitedFor = z.infer<typeof NameWaitedFor>;

/**
 * Which blockers a list shows: `live` are those nobody has ended. `personId` is whose it is, `ownerId` who unblocks it,
 * `mine` whose or whom the reader is; `teamId` the team that is kept, or that is waited for.
 */
export const BlockerFilter = z.object({
  state: z.enum(["live", ...BLOCKER_STATES]).default("live"),
  teamId: Id.optional(),
  personId: Id.optional(),
  ownerId: Id.optional(),
  unowned: z.boolean().optional(),
  mine: z.boolean().optional(),
  words: SearchWords.optional(),
  cursor: Cursor.optional(),
});
export type BlockerFilter = z.input<typeof BlockerFilter>;

import { z } from "zod";
import { DOORS } from "#drizzle/schema/events";
import { Cursor, Day, Id } from "#lib/inputs/schema";
import { LOG_GROUPS } from "#lib/log/groups";

/** Which events the log shows: of one group, by one person or by Countersign, through one door, since a day of the reader's. */
export const LogFilter = z.object({
  door: z.enum(DOORS).optional(),
  since: Day.optional(),
  group: z.enum(LOG_GROUPS).optional(),
  personId: Id.optional(),
  cursor: Cursor.optional(),
});
export type LogFilter = z.infer<typeof LogFilter>;

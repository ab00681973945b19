import { z } from "zod";
import { Cursor, Id } from "#lib/inputs/schema";
import { LOG_GROUPS } from "#lib/log/groups";

/** Which events the log shows: of one group, by one person. */
export const LogFilter = z.object({
  group: z.enum(LOG_GROUPS).optional(),
  personId: Id.optional(),
  cursor: Cursor.optional(),
});
export type LogFilter = z.infer<typeof LogFilter>;

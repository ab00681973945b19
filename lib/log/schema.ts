import { z } from "zod";
import { LOG_GROUPS } from "#lib/log/groups";

/** Which events the log shows: of one group, by one person. */
export const LogFilter = z.object({
  group: z.enum(LOG_GROUPS).optional(),
  personId: z.string().min(1).max(64).optional(),
  cursor: z.string().max(200).optional(),
});
export type LogFilter = z.infer<typeof LogFilter>;

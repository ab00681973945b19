import { sql } from "drizzle-orm";
import { modelCalls } from "#drizzle/schema/schema";

/**
 * What model calls cost together, in micro-dollars as a decimal string: null where the cost of one isn't known.
 * Calls under way are left out.
 */
export const SPENT = sql<string | null>`case
  when coalesce(bool_or(${modelCalls.costMicros} is null and ${modelCalls.outcome} <> 'pending'), false) then null
  else coalesce(sum(${modelCalls.costMicros}), 0)::text end`;

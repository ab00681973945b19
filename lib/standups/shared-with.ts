import { and, eq, or, type SQL } from "drizzle-orm";
import { sources } from "#drizzle/schema/schema";
import type { StandupVisibility } from "#drizzle/schema/standups";

/** The condition on `sources` for updates that everybody reads who reads what is written of a team's stand-up. */
export function sharedWith(audience: StandupVisibility, teamId: string): SQL | undefined {
  const isOpen = eq(sources.visibility, "open");
  if (audience === "open") return isOpen;
  return or(isOpen, and(eq(sources.visibility, "team"), eq(sources.teamId, teamId)));
}

import type { Database } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { Day } from "#lib/format/dates";

/** Who asks what needs attention, on which day of theirs, and how many rows of each kind they are shown. */
export type Asking = { ctx: UserCtx; db: Database; today: Day; most: number };

import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";
import { users } from "#drizzle/schema/users";

/** Who works on a draft now. The row stays when they let go, so that its fence only ever rises. */
export const holds = pgTable(
  "holds",
  {
    draftId: text("draft_id")
      .primaryKey()
      .references(() => drafts.id),
    /** Null once the holder let go, or somebody decided. */
    holderId: text("holder_id").references(() => users.id),
    /** Rises with each new holder: who comes with an older one has lost the draft to somebody since. */
    fence: integer("fence").notNull(),
    takenAt: instant("taken_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("holds_expires_idx").on(t.expiresAt).where(sql`${t.holderId} is not null`)],
);

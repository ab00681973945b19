import { pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/**
 * Who somebody is at a sign-in provider. `subject` is the provider's own id of them, which never changes, while an
 * e-mail address may be given to somebody else. One account a provider.
 */
export const identities = pgTable(
  "identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    boundAt: instant("bound_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    uniqueIndex("identities_user_issuer_key").on(t.userId, t.issuer),
  ],
);

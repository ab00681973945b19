import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";

export const ROLES = ["admin", "leader", "member", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Everybody on the roster. Who has no password hash can be named as an owner and can't sign in.
 * Working days are ISO weekdays, 1 = Monday.
 */
export const users = pgTable(
  "users",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email"),
    role: text("role", { enum: ROLES }).notNull(),
    passwordHash: text("password_hash"),
    aliases: text("aliases").array().notNull().default(sql`'{}'::text[]`),
    handles: text("handles").array().notNull().default(sql`'{}'::text[]`),
    timeZone: text("time_zone").notNull(),
    workingDays: integer("working_days").array().notNull().default(sql`'{1,2,3,4,5}'::int[]`),
    createdAt: instant("created_at").notNull(),
    /** When they first chose a password. It stays when the password is taken away. */
    joinedAt: instant("joined_at"),
    deactivatedAt: instant("deactivated_at"),
  },
  (t) => [
    uniqueIndex("users_email_key").on(sql`lower(${t.email})`),
    index("users_name_idx").on(t.name, t.id),
    oneOf("users_role_known", t.role, ROLES),
  ],
);

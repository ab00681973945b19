import { bigint, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** The authenticator somebody signs in with after their password. */
export const secondFactors = pgTable("second_factors", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id),
  /** Sealed by the vault; never readable here. */
  secret: text("secret").notNull(),
  /** The last 30-second step a code was taken of (RFC 6238): a code of it, or of one before, isn't taken again. */
  lastStep: bigint("last_step", { mode: "number" }).notNull(),
  turnedOnAt: instant("turned_on_at").notNull(),
});

/** Ten codes for when the authenticator is gone, each good once. Only their Argon2id hashes are kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** 0 to 9, which the code begins with, so that one hash is tried and not ten. */
    position: integer("position").notNull(),
    hash: text("hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.position] })],
);

/** A code; setting a second factor up; and reading the recovery codes of one that was just set up. */
export const SECOND_STEPS = ["code", "enrolment", "enrolled"] as const;
export type SecondStep = (typeof SECOND_STEPS)[number];

/** Somebody who gave the right password and still owes a second step. Only the SHA-256 of the token is kept. */
export const signInChallenges = pgTable(
  "sign_in_challenges",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    step: text("step", { enum: SECOND_STEPS }).notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    index("sign_in_challenges_user_idx").on(t.userId),
    oneOf("sign_in_challenges_step_known", t.step, SECOND_STEPS),
  ],
);

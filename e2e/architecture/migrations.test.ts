import { describe, expect, it } from "vitest";
import { migrationViolations } from "#e2e/architecture/migrations";

const found = (text: string) => migrationViolations([{ path: "drizzle/migrations/0099_try.sql", text }]);

describe("a migration that does more than add is found", () => {
  it.each([
    'DROP TABLE "drafts" CASCADE;',
    'ALTER TABLE "drafts" DROP COLUMN "title";',
    'ALTER TABLE "drafts" RENAME COLUMN "title" TO "name";',
    'ALTER TABLE "drafts" RENAME TO "papers";',
    'ALTER TABLE "runs" ALTER COLUMN "attempt" SET DATA TYPE bigint;',
    "alter table runs\n  alter column attempt\n  type bigint using attempt::bigint;",
    'ALTER TABLE "runs" ALTER COLUMN "model" SET NOT NULL;',
    'ALTER TABLE "runs" ADD COLUMN "place" text NOT NULL;',
    'ALTER TABLE "runs" DROP CONSTRAINT "runs_state_known";',
    `ALTER TABLE "runs" DROP CONSTRAINT "runs_state_known";--> statement-breakpoint
     ALTER TABLE "runs" ADD CONSTRAINT "runs_writer_known" CHECK (true);`,
    `ALTER TABLE "runs" DROP CONSTRAINT "runs_state_known";--> statement-breakpoint
     ALTER TABLE "mails" ADD CONSTRAINT "runs_state_known" CHECK (true);`,
  ])("%s", (text) => expect(found(text)).toHaveLength(1));
});

describe("a migration that only adds is passed", () => {
  it.each([
    'CREATE TABLE "places" ("id" text PRIMARY KEY NOT NULL, "type" text NOT NULL);',
    'ALTER TABLE "runs" ADD COLUMN "place" text;',
    'ALTER TABLE "runs" ADD COLUMN "losses" integer DEFAULT 0 NOT NULL;',
    'ALTER TABLE "runs" ALTER COLUMN "ended_at" DROP NOT NULL;',
    `ALTER TABLE "runs" ALTER COLUMN "model" SET DEFAULT 'none';--> statement-breakpoint
     ALTER TABLE "runs" ALTER COLUMN "model" SET NOT NULL;`,
    `CREATE TABLE "places" ("id" text);--> statement-breakpoint
     ALTER TABLE "places" ADD COLUMN "name" text NOT NULL;`,
    `ALTER TABLE "runs" DROP CONSTRAINT "runs_state_known";--> statement-breakpoint
     ALTER TABLE "runs" ADD CONSTRAINT "runs_state_known" CHECK ("runs"."state" in ('queued', 'done'));`,
    "-- drop table drafts\ninsert into words values ('drop table; rename');",
  ])("%s", (text) => expect(found(text)).toEqual([]));

  it("which is not one, neither", () => {
    const text = 'DROP TABLE "drafts";';
    expect(migrationViolations([{ path: "bench/empty.sql", text }])).toEqual([]);
  });
});

ALTER TABLE "users" ADD COLUMN "joined_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "users" SET "joined_at" = "created_at" WHERE "password_hash" IS NOT NULL OR EXISTS (SELECT 1 FROM "sessions" WHERE "sessions"."user_id" = "users"."id");

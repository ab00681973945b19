ALTER TABLE "model_calls" ADD COLUMN "part" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "model_calls" ADD COLUMN "parts" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "model_calls" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "model_calls" ADD COLUMN "proposal" jsonb;
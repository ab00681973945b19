ALTER TABLE "reviews" ADD COLUMN "reason_id" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "active_ms" integer;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "evidence_seen" boolean;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "unread" boolean;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "reject_reasons" jsonb DEFAULT '[{"id":"not-a-meeting","label":"Not a meeting","retired":false},{"id":"much-is-wrong","label":"Too much is wrong","retired":false},{"id":"recorded-elsewhere","label":"Already recorded elsewhere","retired":false}]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "reject_reasons_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "reviews_created_idx" ON "reviews" USING btree ("created_at");
CREATE TABLE "rewrites" (
	"run_id" text PRIMARY KEY NOT NULL,
	"draft_id" text NOT NULL,
	"revision" integer NOT NULL,
	"instruction" text,
	"statement_id" text
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "edited" boolean;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "source_version" integer;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "grounds" jsonb;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "rewritten" jsonb;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "restores" integer;--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "rewrites" ADD CONSTRAINT "rewrites_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewrites" ADD CONSTRAINT "rewrites_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rewrites_draft_idx" ON "rewrites" USING btree ("draft_id");--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_origin_known" CHECK ("revisions"."origin" in ('written', 'edited', 'rewritten', 'restored', 'carried'));
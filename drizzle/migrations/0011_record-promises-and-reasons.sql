CREATE TABLE "promises" (
	"id" text PRIMARY KEY NOT NULL,
	"draft_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"statement_id" text NOT NULL,
	"text" text NOT NULL,
	"promiser_name" text,
	"to_name" text,
	"due_on" date
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "because" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "instead" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promises_draft_idx" ON "promises" USING btree ("draft_id");
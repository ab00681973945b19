CREATE TABLE "mentions" (
	"draft_id" text NOT NULL,
	"statement_id" text NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"mentioned_as" text NOT NULL,
	"version" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mentions_draft_id_statement_id_pk" PRIMARY KEY("draft_id","statement_id"),
	CONSTRAINT "mentions_kind_known" CHECK ("mentions"."kind" in ('action', 'decision', 'question')),
	CONSTRAINT "mentions_as_known" CHECK ("mentions"."mentioned_as" in ('same', 'done', 'superseding'))
);
--> statement-breakpoint
CREATE TABLE "run_needs" (
	"run_id" text NOT NULL,
	"need" text NOT NULL,
	"record_id" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "run_needs_run_id_need_record_id_pk" PRIMARY KEY("run_id","need","record_id")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text PRIMARY KEY NOT NULL,
	"workflow" text NOT NULL,
	"name" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "superseded_by" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_needs" ADD CONSTRAINT "run_needs_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mentions_record_idx" ON "mentions" USING btree ("record_id","created_at");--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_superseded_idx" ON "decisions" USING btree ("superseded_by") WHERE "decisions"."superseded_by" is not null;--> statement-breakpoint
CREATE INDEX "sources_series_idx" ON "sources" USING btree ("series_id","held_on") WHERE "sources"."series_id" is not null;
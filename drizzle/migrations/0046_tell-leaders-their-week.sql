CREATE TABLE "brief_weeks" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"monday" date NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"source_id" text,
	"run_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brief_weeks_state_known" CHECK ("brief_weeks"."state" in ('open', 'asked', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "briefs" (
	"user_id" text PRIMARY KEY NOT NULL,
	"active" boolean NOT NULL,
	"weekday" integer NOT NULL,
	"write_at" integer NOT NULL,
	"by_mail" boolean NOT NULL,
	"slack_channel_id" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "standing_approvals" ALTER COLUMN "team_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "brief_weeks" ADD CONSTRAINT "brief_weeks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_weeks" ADD CONSTRAINT "brief_weeks_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "brief_weeks_user_monday_key" ON "brief_weeks" USING btree ("user_id","monday");--> statement-breakpoint
CREATE UNIQUE INDEX "brief_weeks_to_come_key" ON "brief_weeks" USING btree ("user_id") WHERE "brief_weeks"."state" = 'open';--> statement-breakpoint
CREATE INDEX "brief_weeks_due_idx" ON "brief_weeks" USING btree ("due_at") WHERE "brief_weeks"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "brief_weeks_source_key" ON "brief_weeks" USING btree ("source_id") WHERE "brief_weeks"."source_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "standing_approvals_own_key" ON "standing_approvals" USING btree ("workflow","given_by","channel","recipient") WHERE "standing_approvals"."revoked_at" is null and "standing_approvals"."team_id" is null;
CREATE TABLE "blocker_sayings" (
	"blocker_id" text NOT NULL,
	"source_id" text NOT NULL,
	"source_version" integer NOT NULL,
	"day" date NOT NULL,
	"user_id" text,
	"quote" text NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blocker_sayings_blocker_id_source_id_start_offset_pk" PRIMARY KEY("blocker_id","source_id","start_offset")
);
--> statement-breakpoint
CREATE TABLE "blockers" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"visibility" text NOT NULL,
	"text" text NOT NULL,
	"person_id" text,
	"person_name" text NOT NULL,
	"owner_id" text,
	"waits_for_team_id" text,
	"state" text NOT NULL,
	"first_on" date NOT NULL,
	"last_on" date NOT NULL,
	"days" integer DEFAULT 1 NOT NULL,
	"closing" text,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"escalated_at" timestamp (3) with time zone,
	"draft_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blockers_state_known" CHECK ("blockers"."state" in ('proposed', 'open', 'owned', 'resolved', 'accepted', 'dismissed')),
	CONSTRAINT "blockers_visibility_known" CHECK ("blockers"."visibility" in ('team', 'open'))
);
--> statement-breakpoint
CREATE TABLE "standing_approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"workflow" text NOT NULL,
	"workflow_version" integer NOT NULL,
	"writer" text NOT NULL,
	"team_id" text NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"given_by" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"revoked_by" text,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "standup_days" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"day" date NOT NULL,
	"remind_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"source_id" text,
	"run_id" text,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "standup_days_state_known" CHECK ("standup_days"."state" in ('open', 'closed', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "standup_updates" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"day" date NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"source_id" text NOT NULL,
	"via" text NOT NULL,
	"late" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "standup_updates_via_known" CHECK ("standup_updates"."via" in ('page', 'slack', 'api', 'paste', 'sample'))
);
--> statement-breakpoint
CREATE TABLE "standups" (
	"team_id" text PRIMARY KEY NOT NULL,
	"active" boolean NOT NULL,
	"days" integer[] NOT NULL,
	"time_zone" text NOT NULL,
	"digest_at" integer NOT NULL,
	"remind_at" integer,
	"visibility" text NOT NULL,
	"slack_channel_id" text,
	"mail_team" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "standups_visibility_known" CHECK ("standups"."visibility" in ('team', 'open'))
);
--> statement-breakpoint
ALTER TABLE "blocker_sayings" ADD CONSTRAINT "blocker_sayings_blocker_id_blockers_id_fk" FOREIGN KEY ("blocker_id") REFERENCES "public"."blockers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocker_sayings" ADD CONSTRAINT "blocker_sayings_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocker_sayings" ADD CONSTRAINT "blocker_sayings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_waits_for_team_id_teams_id_fk" FOREIGN KEY ("waits_for_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_approvals" ADD CONSTRAINT "standing_approvals_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_approvals" ADD CONSTRAINT "standing_approvals_given_by_users_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_approvals" ADD CONSTRAINT "standing_approvals_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standup_days" ADD CONSTRAINT "standup_days_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standup_days" ADD CONSTRAINT "standup_days_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standup_updates" ADD CONSTRAINT "standup_updates_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standup_updates" ADD CONSTRAINT "standup_updates_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standup_updates" ADD CONSTRAINT "standup_updates_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standups" ADD CONSTRAINT "standups_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standups" ADD CONSTRAINT "standups_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blocker_sayings_source_idx" ON "blocker_sayings" USING btree ("source_id","start_offset");--> statement-breakpoint
CREATE INDEX "blockers_state_idx" ON "blockers" USING btree ("state","first_on","id");--> statement-breakpoint
CREATE INDEX "blockers_team_idx" ON "blockers" USING btree ("team_id","state","first_on","id");--> statement-breakpoint
CREATE INDEX "blockers_person_idx" ON "blockers" USING btree ("person_id","state","first_on","id");--> statement-breakpoint
CREATE INDEX "blockers_owner_idx" ON "blockers" USING btree ("owner_id","state","first_on","id");--> statement-breakpoint
CREATE INDEX "blockers_closed_idx" ON "blockers" USING btree ("state","closed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "blockers_draft_idx" ON "blockers" USING btree ("draft_id") WHERE "blockers"."draft_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "standing_approvals_given_key" ON "standing_approvals" USING btree ("workflow","team_id","channel","recipient") WHERE "standing_approvals"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "standing_approvals_team_idx" ON "standing_approvals" USING btree ("team_id","given_at");--> statement-breakpoint
CREATE UNIQUE INDEX "standup_days_team_day_key" ON "standup_days" USING btree ("team_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "standup_days_to_come_key" ON "standup_days" USING btree ("team_id") WHERE "standup_days"."state" = 'open';--> statement-breakpoint
CREATE INDEX "standup_days_due_idx" ON "standup_days" USING btree ("due_at") WHERE "standup_days"."state" = 'open';--> statement-breakpoint
CREATE INDEX "standup_days_remind_idx" ON "standup_days" USING btree ("remind_at") WHERE "standup_days"."state" = 'open' and "standup_days"."remind_at" is not null and "standup_days"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX "standup_days_day_idx" ON "standup_days" USING btree ("day","team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "standup_days_source_key" ON "standup_days" USING btree ("source_id") WHERE "standup_days"."source_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "standup_updates_person_key" ON "standup_updates" USING btree ("team_id","day","user_id") WHERE "standup_updates"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "standup_updates_day_idx" ON "standup_updates" USING btree ("day","team_id");--> statement-breakpoint
CREATE INDEX "standup_updates_person_idx" ON "standup_updates" USING btree ("user_id","day" DESC NULLS FIRST,"team_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "standup_updates_source_idx" ON "standup_updates" USING btree ("source_id");
CREATE TABLE "slack_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text,
	"slack_channel_id" text,
	"name" text NOT NULL,
	"team_id" text NOT NULL,
	"takes_updates" boolean NOT NULL,
	"webhook" text DEFAULT '' NOT NULL,
	"trouble" text,
	"linked_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "slack_events" (
	"event_id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"slack_channel_id" text NOT NULL,
	"slack_user_id" text NOT NULL,
	"ts" text NOT NULL,
	"thread_ts" text,
	"parent_user_id" text,
	"payload" jsonb,
	"state" text NOT NULL,
	"reason" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "slack_events_state_known" CHECK ("slack_events"."state" in ('waiting', 'taken', 'passed', 'unlinked', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "slack_messages" (
	"workspace_id" text NOT NULL,
	"slack_channel_id" text NOT NULL,
	"ts" text NOT NULL,
	"slack_user_id" text NOT NULL,
	"user_id" text,
	"team_id" text,
	"day" date,
	"edited_ts" text DEFAULT '' NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"source_id" text,
	"source_version" integer,
	"start_offset" integer,
	"end_offset" integer,
	CONSTRAINT "slack_messages_workspace_id_slack_channel_id_ts_pk" PRIMARY KEY("workspace_id","slack_channel_id","ts")
);
--> statement-breakpoint
CREATE TABLE "slack_people" (
	"workspace_id" text NOT NULL,
	"slack_user_id" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"user_id" text,
	"linked_by" text,
	"asked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "slack_people_workspace_id_slack_user_id_pk" PRIMARY KEY("workspace_id","slack_user_id"),
	CONSTRAINT "slack_people_link_known" CHECK ("slack_people"."linked_by" in ('email', 'handle', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "slack_workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"slack_team_id" text NOT NULL,
	"name" text NOT NULL,
	"bot_user_id" text NOT NULL,
	"scopes" text[] DEFAULT '{}'::text[] NOT NULL,
	"bot_token" text NOT NULL,
	"signing_secret" text NOT NULL,
	"trouble" text,
	"heard_at" timestamp (3) with time zone,
	"refused_at" timestamp (3) with time zone,
	"connected_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "slack_channels" ADD CONSTRAINT "slack_channels_workspace_id_slack_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."slack_workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_channels" ADD CONSTRAINT "slack_channels_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_channels" ADD CONSTRAINT "slack_channels_linked_by_users_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_events" ADD CONSTRAINT "slack_events_workspace_id_slack_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."slack_workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_messages" ADD CONSTRAINT "slack_messages_workspace_id_slack_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."slack_workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_messages" ADD CONSTRAINT "slack_messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_messages" ADD CONSTRAINT "slack_messages_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_people" ADD CONSTRAINT "slack_people_workspace_id_slack_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."slack_workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_people" ADD CONSTRAINT "slack_people_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_workspaces" ADD CONSTRAINT "slack_workspaces_connected_by_users_id_fk" FOREIGN KEY ("connected_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "slack_channels_channel_key" ON "slack_channels" USING btree ("workspace_id","slack_channel_id") WHERE "slack_channels"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "slack_channels_team_idx" ON "slack_channels" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "slack_events_waiting_idx" ON "slack_events" USING btree ("slack_channel_id","ts") WHERE "slack_events"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "slack_events_received_idx" ON "slack_events" USING btree ("received_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "slack_messages_update_idx" ON "slack_messages" USING btree ("team_id","day","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slack_people_user_key" ON "slack_people" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slack_workspaces_team_key" ON "slack_workspaces" USING btree ("slack_team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slack_workspaces_connected_key" ON "slack_workspaces" USING btree ((true)) WHERE "slack_workspaces"."removed_at" is null;
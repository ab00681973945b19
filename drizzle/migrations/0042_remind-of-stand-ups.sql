CREATE TABLE "standup_reminders" (
	"standup_day_id" text NOT NULL,
	"user_id" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "standup_reminders_standup_day_id_user_id_pk" PRIMARY KEY("standup_day_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_known";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "standup_day_id" text;--> statement-breakpoint
ALTER TABLE "standup_reminders" ADD CONSTRAINT "standup_reminders_standup_day_id_standup_days_id_fk" FOREIGN KEY ("standup_day_id") REFERENCES "public"."standup_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standup_reminders" ADD CONSTRAINT "standup_reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standup_reminders_due_idx" ON "standup_reminders" USING btree ("due_at") WHERE "standup_reminders"."done_at" is null;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_standup_day_id_standup_days_id_fk" FOREIGN KEY ("standup_day_id") REFERENCES "public"."standup_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notices_standup_key" ON "notices" USING btree ("user_id","standup_day_id") WHERE "notices"."standup_day_id" is not null;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_known" CHECK ("notices"."kind" in ('assigned', 'handed_over', 'due', 'overdue', 'review', 'blocker', 'update'));
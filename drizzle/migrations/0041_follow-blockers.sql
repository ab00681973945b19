ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_known";--> statement-breakpoint
ALTER TABLE "blockers" ADD COLUMN "waits_for_id" text;--> statement-breakpoint
ALTER TABLE "blockers" ADD COLUMN "statement_id" text;--> statement-breakpoint
ALTER TABLE "blockers" ADD COLUMN "confirmed_version" integer;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "blocker_id" text;--> statement-breakpoint
ALTER TABLE "blockers" ADD CONSTRAINT "blockers_waits_for_id_users_id_fk" FOREIGN KEY ("waits_for_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_blocker_id_blockers_id_fk" FOREIGN KEY ("blocker_id") REFERENCES "public"."blockers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_blocker_idx" ON "notices" USING btree ("blocker_id") WHERE "notices"."blocker_id" is not null;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_known" CHECK ("notices"."kind" in ('assigned', 'handed_over', 'due', 'overdue', 'review', 'blocker'));
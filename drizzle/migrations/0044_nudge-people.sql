ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_known";--> statement-breakpoint
DROP INDEX "notices_once_a_day_key";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "question_id" text;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_question_idx" ON "notices" USING btree ("question_id") WHERE "notices"."question_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once_a_day_key" ON "notices" USING btree ("user_id","kind","day",coalesce("action_id", "blocker_id", "question_id", '')) WHERE "notices"."day" is not null;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_known" CHECK ("notices"."kind" in ('assigned', 'handed_over', 'due', 'overdue', 'review', 'blocker', 'update', 'nudged'));
DROP INDEX "follow_up_dues_waiting_key";--> statement-breakpoint
ALTER TABLE "follow_up_dues" ALTER COLUMN "promise_id" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "follow_up_dues" ALTER COLUMN "promise_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "run_sources" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "letters_approver_idx" ON "letters" USING btree ("approved_by","sent_at" DESC NULLS FIRST) WHERE "letters"."sent_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_dues_waiting_key" ON "follow_up_dues" USING btree ("lead_id","why","promise_id") WHERE "follow_up_dues"."state" = 'waiting';
DROP INDEX "drafts_untraced_idx";--> statement-breakpoint
CREATE INDEX "drafts_doubtful_idx" ON "drafts" USING btree ("state",((counts ->> 'untraced') <> '0'),"created_at","id");
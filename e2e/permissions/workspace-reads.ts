import { BLOCKER_READS } from "#e2e/permissions/blocker-rows";
import { BRIEF_READS } from "#e2e/permissions/brief-rows";
import { CADENCE_READS } from "#e2e/permissions/cadence-rows";
import { CALENDAR_READS } from "#e2e/permissions/calendar-rows";
import { COMPANY_READS } from "#e2e/permissions/company-reads";
import { DOOR_READS } from "#e2e/permissions/door-rows";
import { FILTER_READS } from "#e2e/permissions/filter-rows";
import { IMPORT_READS } from "#e2e/permissions/lead-import-rows";
import { LEAD_READS } from "#e2e/permissions/lead-rows";
import { MAIL_READS } from "#e2e/permissions/mail-rows";
import { NOTICE_READS } from "#e2e/permissions/notice-rows";
import { OUTREACH_READS } from "#e2e/permissions/outreach-rows";
import { REVIEW_READS } from "#e2e/permissions/review-rows";
import { SLACK_READS } from "#e2e/permissions/slack-rows";
import { STANDUP_READS } from "#e2e/permissions/standup-rows";
import { TODAY_READS } from "#e2e/permissions/today-rows";
import { TOKEN_READS } from "#e2e/permissions/token-verbs";
import type { WorkspaceRow } from "#e2e/permissions/workspace-row";

/** Every query on people, teams, sessions, the company, leads and mail: all but those on what belongs to a source. */
export const WORKSPACE_READS: Record<string, WorkspaceRow> = {
  ...COMPANY_READS,
  ...CALENDAR_READS,
  ...TODAY_READS,
  ...TOKEN_READS,
  ...BRIEF_READS,
  ...STANDUP_READS,
  ...DOOR_READS,
  ...NOTICE_READS,
  ...REVIEW_READS,
  ...FILTER_READS,
  ...MAIL_READS,
  ...SLACK_READS,
  ...OUTREACH_READS,
  ...LEAD_READS,
  ...IMPORT_READS,
  ...CADENCE_READS,
  ...BLOCKER_READS,
  ...STANDUP_READS,
};

import { BLOCKER_VERBS } from "#e2e/permissions/blocker-rows";
import { BRIEF_VERBS } from "#e2e/permissions/brief-rows";
import { CADENCE_VERBS } from "#e2e/permissions/cadence-rows";
import { CALENDAR_VERBS } from "#e2e/permissions/calendar-rows";
import { COMPANY_VERBS } from "#e2e/permissions/company-verbs";
import { DOOR_VERBS } from "#e2e/permissions/door-rows";
import { FILTER_VERBS } from "#e2e/permissions/filter-rows";
import { IMPORT_VERBS } from "#e2e/permissions/lead-import-rows";
import { LEAD_VERBS } from "#e2e/permissions/lead-rows";
import { MAIL_VERBS } from "#e2e/permissions/mail-rows";
import { NOTICE_VERBS } from "#e2e/permissions/notice-rows";
import { OUTREACH_VERBS } from "#e2e/permissions/outreach-rows";
import { PEOPLE_VERBS } from "#e2e/permissions/people-verbs";
import { REVIEW_VERBS } from "#e2e/permissions/review-rows";
import { SLACK_VERBS } from "#e2e/permissions/slack-rows";
import { STANDUP_VERBS } from "#e2e/permissions/standup-rows";
import { TODAY_VERBS } from "#e2e/permissions/today-rows";
import { TOKEN_VERBS } from "#e2e/permissions/token-verbs";
import type { WorkspaceRow } from "#e2e/permissions/workspace-row";

/** Every verb on people, teams, sessions, the company, leads and mail: all but those on what belongs to a source. */
export const WORKSPACE_VERBS: Record<string, WorkspaceRow> = {
  ...PEOPLE_VERBS,
  ...COMPANY_VERBS,
  ...CALENDAR_VERBS,
  ...TOKEN_VERBS,
  ...DOOR_VERBS,
  ...NOTICE_VERBS,
  ...TODAY_VERBS,
  ...REVIEW_VERBS,
  ...FILTER_VERBS,
  ...MAIL_VERBS,
  ...SLACK_VERBS,
  ...OUTREACH_VERBS,
  ...LEAD_VERBS,
  ...IMPORT_VERBS,
  ...CADENCE_VERBS,
  ...BRIEF_VERBS,
  ...STANDUP_VERBS,
  ...BLOCKER_VERBS,
};

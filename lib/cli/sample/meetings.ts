import type { When } from "#lib/cli/sample/calendar";
import { COMPANY_MEETINGS } from "#lib/cli/sample/meetings-company";
import { CUSTOMER_MEETINGS } from "#lib/cli/sample/meetings-customers";
import { ENGINEERING_MEETINGS } from "#lib/cli/sample/meetings-engineering";
import { LEADERSHIP_MEETINGS } from "#lib/cli/sample/meetings-leadership";
import { PROJECT_MEETINGS } from "#lib/cli/sample/meetings-projects";
import type { MeetingNotes } from "#lib/workflows/meeting-notes/draft";

/** A change to the one statement whose words include `about`. People by key, `dueIn` in days from the change. */
export type Edit = { about: string; text?: string; declined?: true; owner?: string; dueIn?: number };

/** What becomes of the notes in the end. A draft that is edited is approved afterwards, unless it still waits. */
export type Outcome =
  | "approved"
  | "pending"
  | "failed"
  | "held"
  | "cancelled"
  | { rejected: string }
  | { edited: Edit[]; waits?: true };

/** One meeting. Texts speak of days as people do, so that they stay true whenever the sample is made. */
export type SampleMeeting = {
  title: string;
  when: When;
  author: string;
  /** Who decides on the draft, by key; the author where nobody else does. */
  decider?: string;
  attendees: string[];
  seenBy: "open" | "attendees" | "private" | { team: string };
  outcome: Outcome;
  /** Claude's reply, written beforehand; without one the rules write. */
  canned?: MeetingNotes;
  fileName?: string;
  /** The name of the series it belongs to. */
  series?: string;
  text: string;
};

/** Three months of meetings. */
export const MEETINGS: SampleMeeting[] = [
  ...ENGINEERING_MEETINGS,
  ...PROJECT_MEETINGS,
  ...CUSTOMER_MEETINGS,
  ...LEADERSHIP_MEETINGS,
  ...COMPANY_MEETINGS,
];

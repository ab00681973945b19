import { CUSTOMER_MEETINGS } from "#lib/cli/sample/meetings-customers";
import { ENGINEERING_MEETINGS } from "#lib/cli/sample/meetings-engineering";
import { LEADERSHIP_MEETINGS } from "#lib/cli/sample/meetings-leadership";

/** How the people of the sample company deal with a draft, in the end. */
export type Outcome = "pending" | "approved" | "edited" | "rejected" | "failed" | "held" | "cancelled";

/** One meeting. Texts speak of days as people do, so that they stay true whenever the sample is made. */
export type SampleMeeting = {
  title: string;
  /** How many weeks ago, and on which ISO weekday, it was held. */
  weeksAgo: number;
  weekday: number;
  author: string;
  attendees: string[];
  seenBy: "open" | "attendees" | "private" | { team: string };
  outcome: Outcome;
  fileName?: string;
  text: string;
};

/** Three months of meetings, oldest first. */
export const MEETINGS: SampleMeeting[] = [
  ...ENGINEERING_MEETINGS,
  ...CUSTOMER_MEETINGS,
  ...LEADERSHIP_MEETINGS,
].sort((a, b) => b.weeksAgo - a.weeksAgo || a.weekday - b.weekday);

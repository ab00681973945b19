/** Verbs of how things are to be from now on, rather than of a task, as a part of a pattern. */
export const POLICY =
  "keep|drop|adopt|choose|pick|postpone|delay|cancel|stop|remove|leave|aim\\s+for|target|accept|reject|approve|deprecate|require|retain|discontinue|retire|stay|switch|freeze|move|defer|skip|allow|use|meet|limit|rename|replace|merge|close|support|ban|extend|hold\\s+off|wait";
/** The same as what somebody is at. */
export const POLICY_ING =
  "keeping|dropping|adopting|choosing|picking|postponing|delaying|cancell?ing|stopping|removing|leaving|aiming\\s+for|targeting|accepting|rejecting|approving|deprecating|requiring|retaining|discontinuing|retiring|staying|switching|freezing|moving|deferring|skipping|limiting|renaming|replacing|closing|banning|extending";

const OPENS = new RegExp(`^(?:${POLICY}|${POLICY_ING})\\b`, "iu");

/** Whether a text opens with such a verb: "Keep the old form", "switching to the new one". */
export function opensWithPolicy(text: string): boolean {
  return OPENS.test(text);
}

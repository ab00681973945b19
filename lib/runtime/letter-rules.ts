import { followThrough } from "#lib/cadence/follow-through";
import type { LetterRules } from "#lib/deliveries/letter-rules";
import { readLetter } from "#lib/outreach/read-letter";
import { openSlack } from "#lib/slack/open-slack";

/** What deliveries are told by those who stand above them. */
export const LETTER_RULES: LetterRules = {
  readLetter,
  afterSent: followThrough,
  openSlack,
};

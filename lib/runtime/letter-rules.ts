import { followThrough } from "#lib/cadence/follow-through";
import type { LetterRules } from "#lib/deliveries/letter-rules";
import { readLetter } from "#lib/outreach/read-letter";

/** What deliveries are told by those who stand above them. */
export const LETTER_RULES: LetterRules = {
  readLetter,
  afterSent: followThrough,
  openSlack: async () => ({
    send: async () => ({ ended: "failed", reason: "Slack is not connected.", retry: false }),
  }),
};

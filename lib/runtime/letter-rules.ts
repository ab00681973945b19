import { followThrough } from "#lib/cadence/follow-through";
import type { LetterRules } from "#lib/deliveries/letter-rules";

/** What deliveries are told by those who stand above them. */
export const LETTER_RULES: LetterRules = {
  readLetter: async () => ({
    letter: null,
    mailbox: "outbox",
    standing: { state: "none" },
    reasons: [{ level: "block", sentence: "There are no follow-ups here." }],
  }),
  afterSent: followThrough,
};

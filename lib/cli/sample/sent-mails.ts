import type { FollowUp } from "#lib/workflows/follow-up/draft";

const nothing = (text: string) => ({ text, quote: "" });

/** A mail that left so many days before the sample's last. */
export type SentMail = { ago: number; mail: FollowUp };

/** Follow-ups that were approved and left, by the name of the lead. */
export const SENT: Record<string, SentMail> = {
  "Sven Aalto": {
    ago: 21,
    mail: {
      subject: [nothing("Audits of your 14 depots")],
      opening: [
        { text: "You look after the audits of 14 depots.", quote: "Sven looks after audits of 14 depots." },
      ],
      fact: [
        {
          text: "Your auditor wants one PDF for each depot and year.",
          quote: "Their auditor wants one PDF for each depot and year.",
        },
      ],
      body: [],
      ask: [nothing("I’ll ask our engineers about the photos; is anything else open for you?")],
    },
  },
  "Louise Roy": {
    ago: 33,
    mail: {
      subject: [nothing("Inspections at night")],
      opening: [
        {
          text: "You inspect between one and four at night, when the trains stand still.",
          quote: "We inspect between one and four at night, when the trains stand still.",
        },
      ],
      fact: [
        {
          text: "You asked whether the app works in the dark and with gloves.",
          quote: "Does the app work in the dark and with gloves?",
        },
      ],
      body: [],
      ask: [nothing("Would a call help, to hear how your crews work?")],
    },
  },
};

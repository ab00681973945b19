import type { MeetingNotes } from "#lib/workflows/meeting-notes/draft";

const DECIDED = "Fine, then that's decided: the end of next month, no annotations.";
const NO_SMALL_TABLETS = "I wouldn't offer the small tablets without it.";

/**
 * What a model might make of the planning of release 4.3: two points follow from the talk without being said,
 * and one has a quote that nobody said, so that the desk has something to warn about.
 */
export const RELEASE_PLANNING: MeetingNotes = {
  outcome: [{ text: "4.3 ships at the end of next month without photo annotations.", quote: DECIDED }],
  summary: [
    {
      text: "Merging still fails on 3 GB tablets once a tree is large.",
      quote: "The merge still dies on the three gig tablets when the tree gets big.",
    },
    {
      text: "The two-pass merge went through 40,000 forms.",
      quote: "The two-pass one went through forty thousand forms yesterday.",
    },
    {
      text: "Tablet builds can't be signed, because the staging certificate ran out.",
      quote: "Builds can't be signed, the staging certificate ran out on Monday.",
    },
  ],
  decisions: [
    {
      text: "Ship 4.3 at the end of next month without photo annotations",
      person: "Ada",
      quote: DECIDED,
      because: [
        {
          text: "The photo annotations won't be ready",
          quote: "So the photo annotations won't make it.",
        },
      ],
      instead: [{ text: "Slip again and ship with them", quote: "than slip again" }],
    },
    {
      text: "Keep merge format 3 until the pilot ends",
      person: "Chidi",
      quote: "And nobody touches the merge format, it stays at three until the pilot is over.",
      because: [],
      instead: [],
    },
    {
      text: "Offer 3 GB tablets only with the two-pass merge on",
      person: "Dana",
      quote: NO_SMALL_TABLETS,
      because: [],
      instead: [],
    },
  ],
  actions: [
    {
      text: "Run the two-pass merge on the Hollis data set",
      person: "Dana",
      due: "by Wednesday",
      quote: "Yes, I'll run it on Hollis by Wednesday.",
    },
    {
      text: "Renew the staging certificate",
      person: "Chidi",
      due: "tomorrow",
      quote: "I'll renew it tomorrow.",
    },
    {
      text: "Write the release notes for support",
      person: "Emeka",
      due: "by the end of next week",
      quote: "Release notes for support, I'll have them by the end of next week.",
    },
    {
      text: "Tell Novak that the pilot keeps format 3",
      person: "Bo",
      due: "",
      quote: "Someone should tell Novak that the pilot keeps the old format.",
    },
    {
      text: "Book the demo tablet",
      person: "Kavya",
      due: "for Monday",
      quote: "I'll book the demo tablet for Monday.",
    },
    {
      text: "Order two more 3 GB tablets",
      person: "",
      due: "",
      quote: "We need two more of the small tablets in the lab.",
    },
  ],
  questions: [
    {
      text: "Who pays for the extra month if the January shutdown slips?",
      person: "Bo",
      quote: "If the January shutdown slips, who pays for the extra month?",
    },
    {
      text: "Does format 3 survive a clock change on the tablet?",
      person: "Dana",
      quote: "I don't know whether format three survives somebody changing the clock.",
    },
  ],
  promises: [
    {
      text: "Give a price for the second plant",
      person: "Bo",
      to: "Novak",
      due: "by Tuesday",
      quote: "I promised Novak a price for the second plant by Tuesday.",
    },
  ],
  deferred: [
    {
      text: "Dark mode",
      due: "until the first week of next month",
      quote: "Dark mode we leave until the first week of next month.",
    },
  ],
  earlier: [],
};

const AN_EXAMPLE = "I'll send you an example by Friday.";
const HOW_LONG_KEPT = "I will write down how long each kind of data is kept by next Wednesday";

/** What a model might make of a talk with a customer: what was said to them is a promise, and no colleague's action. */
export const HALDEN_DATA: MeetingNotes = {
  outcome: [
    {
      text: "Halden Rail starts with the depot in Sudbury.",
      quote: "We decided to start with the depot in Sudbury.",
    },
  ],
  summary: [
    {
      text: "Photos are kept in Toronto, with a copy in Montréal.",
      quote: "in Toronto, and a copy in Montréal",
    },
    {
      text: "Halden Rail can take everything with it when it leaves.",
      quote: "yes, as CSV and as the original photos",
    },
  ],
  decisions: [
    {
      text: "Start with the depot in Sudbury",
      person: "Sven Aalto",
      quote: "We decided to start with the depot in Sudbury.",
      because: [],
      instead: [],
    },
  ],
  actions: [
    {
      text: "Write down how long each kind of data is kept",
      person: "Kavya",
      due: "by next Wednesday",
      quote: HOW_LONG_KEPT,
    },
  ],
  questions: [
    {
      text: "Whom does Halden Rail call when an inspector loses a tablet?",
      person: "Sven Aalto",
      quote: "who do we call when an inspector loses a tablet?",
    },
  ],
  promises: [
    {
      text: "Send an example of an export",
      person: "Grace",
      to: "Sven Aalto",
      due: "by Friday",
      quote: AN_EXAMPLE,
    },
  ],
  deferred: [],
  earlier: [],
};

/** The same of a first week at a customer: one promise has a day and one has none. */
export const BRIGHTWATER_LIVE: MeetingNotes = {
  outcome: [
    {
      text: "The other districts start one by one, a week apart.",
      quote: "the other districts start one by one, a week apart",
    },
  ],
  summary: [
    {
      text: "38 inspectors filled 412 forms and called support twice.",
      quote: "38 inspectors, 412 forms, two calls to support.",
    },
    {
      text: "Brightwater wants no photos in the daily report.",
      quote: "They don't want photos in the daily report.",
    },
  ],
  decisions: [
    {
      text: "Start the other districts one by one, a week apart",
      person: "",
      quote: "the other districts start one by one, a week apart",
      because: [],
      instead: [],
    },
  ],
  actions: [
    {
      text: "Send the list of the other two districts",
      person: "Tom Hale",
      due: "in two weeks",
      quote: "Tom Hale to send the list of the other two districts, in two weeks",
    },
    {
      text: "Thank the crew with a cake",
      person: "Ada",
      due: "by tomorrow",
      quote: "Ada to thank the crew with a cake, by tomorrow",
    },
  ],
  questions: [
    {
      text: "Who pays for gloves that work on glass?",
      person: "",
      quote: "who pays for gloves that work on glass?",
    },
  ],
  promises: [
    {
      text: "Show the north district how to search",
      person: "Grace",
      to: "Brightwater",
      due: "by next Friday",
      quote: "Grace promised Brightwater to show the north district how to search, by next Friday",
    },
    {
      text: "Tell Brightwater before anything changes on their tablets",
      person: "Ada",
      to: "Brightwater",
      due: "",
      quote: "Ada promised Brightwater a word before anything changes on their tablets",
    },
  ],
  deferred: [],
  earlier: [],
};

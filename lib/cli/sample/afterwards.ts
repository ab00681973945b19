/** Where the day of an action is moved to: seen from the day the sample is made, or so many working days on. */
export type MovedTo = "today" | "tomorrow" | number;

/** What becomes of an action, found by some of its words. All others are done about when they are due. */
export type ActionFate = { about: string } & (
  | { kind: "left" }
  | { kind: "moved"; to: MovedTo }
  | { kind: "given"; to: string }
  | { kind: "cancelled"; by: string; reason: string }
);

export const ACTION_FATES: ActionFate[] = [
  { about: "why the update signs people out", kind: "left" },
  { about: "answer about sign-in", kind: "left" },
  { about: "four hours", kind: "moved", to: 3 },
  {
    about: "second test lab",
    kind: "cancelled",
    by: "ada",
    reason: "We don't build a second lab this year, so nobody needs the estimate.",
  },
  { about: "fresh export", kind: "given", to: "jonas" },
  { about: "two weeks of the new engineer", kind: "moved", to: 4 },
  { about: "restore drill from last night", kind: "given", to: "chidi" },
  { about: "Apple developer account", kind: "left" },
  { about: "Write up the restore drill", kind: "left" },
  { about: "second safe", kind: "moved", to: "today" },
  { about: "plan for January", kind: "left" },
  { about: "how long each kind of data", kind: "left" },
  { about: "landlord", kind: "left" },
  { about: "winter party", kind: "left" },
  { about: "quote ends", kind: "moved", to: "tomorrow" },
  { about: "Name a contact", kind: "moved", to: 5 },
  { about: "Tell everybody at the all-hands", kind: "moved", to: 5 },
  { about: "Order the equipment", kind: "moved", to: "today" },
  { about: "three candidates", kind: "moved", to: "today" },
];

/** The answer somebody gave to an open question, so many working days after it was approved. */
export type Answer = { about: string; by: string; answer: string; after: number };

export const ANSWERS: Answer[] = [
  {
    about: "order of passes",
    by: "dana",
    after: 6,
    answer: "No. Photos are merged by the id of their form, so either order gives the same tree.",
  },
  {
    about: "office in Montréal",
    by: "ada",
    after: 9,
    answer: "Not before we have ten people there. Until then we rent desks by the day.",
  },
  {
    about: "second crew",
    by: "bo",
    after: 4,
    answer: "Grace does, on two mornings. The depot lends us its break room.",
  },
  {
    about: "sign with a glove",
    by: "grace",
    after: 2,
    answer: "Yes, with the thick pen. Bare fingers and thin pens both fail below zero.",
  },
  {
    about: "tablet dies",
    by: "chidi",
    after: 7,
    answer:
      "The first pass writes a mark after each thousand forms, and the merge goes on from the last mark.",
  },
  {
    about: "raise prices",
    by: "ada",
    after: 18,
    answer: "Prices stay until April. We look at them again then.",
  },
  {
    about: "covers support",
    by: "ines",
    after: 8,
    answer: "Emeka and Jonas, by turns. The rota is on its way.",
  },
  {
    about: "clock change",
    by: "dana",
    after: 5,
    answer: "Yes. Format 3 stores instants; only the label shows the local hour.",
  },
];

import type { FollowUp } from "#lib/workflows/follow-up/draft";

const nothing = (text: string) => ({ text, quote: "" });

/** What Claude wrote to whom in the weeks in which the company had a key, by the name of the lead. */
export const MAILS: Record<string, FollowUp> = {
  "Marta Novak": {
    subject: [
      nothing("Offline pilot at the Guelph depot"),
      nothing("The pilot, to forward to your director"),
    ],
    opening: [
      {
        text: "Thank you for showing us the Guelph depot.",
        quote: "Visit to the Guelph depot, with Marta and two of her crew leads.",
      },
      {
        text: "Re-typing paper forms costs each inspector about 40 minutes a day.",
        quote: "we lose about 40 minutes a day per inspector, typing it all again.",
      },
    ],
    fact: [
      {
        text: "Since version 4.2 a tablet holds a full day of inspections without a connection.",
        quote: "a tablet now holds a full day of inspections without a connection",
      },
    ],
    body: [
      {
        text: "We would start with two crews of six, each inspector on their own tablet.",
        quote: "Two crews of six, everybody has their own tablet (3 GB Samsung).",
      },
      {
        text: "That comes to $1,900 a month, with one training morning included.",
        quote: "one training morning is included",
      },
    ],
    ask: [
      {
        text: "Which morning suits you for a call to fix the start date?",
        quote: "Next a call to fix the start date, on a morning she names.",
      },
    ],
  },
  "Sven Aalto": {
    subject: [
      nothing("Your question about audit exports"),
      nothing("Photos in full size, one PDF for each depot"),
    ],
    opening: [
      {
        text: "In Toronto you asked whether an audit export holds the photos in full size.",
        quote: "He asked whether an audit export holds the photos in full size.",
      },
    ],
    fact: [
      {
        text: "It does, since version 4.2, and there is one PDF for each depot.",
        quote: "Dana confirmed that an export keeps photos in full size since version 4.2.",
      },
    ],
    body: [
      {
        text: "Your auditor wants one for each depot and year; by year it is not there yet.",
        quote: "One PDF for each depot is there too, by year it is not.",
      },
    ],
    ask: [nothing("Would it help to see an export of one of your depots?")],
  },
  "Priya Nair": {
    subject: [nothing("Quote for 30 seats, as agreed"), nothing("For your budget meeting on 9 December")],
    opening: [
      {
        text: "You need the quote in writing before the budget meeting on 9 December.",
        quote: "She needs a quote in writing before the budget meeting on 9 December.",
      },
    ],
    fact: [
      {
        text: "For 30 line inspectors it is $145 per seat and month, as on the price list.",
        quote: "30 seats for line inspectors, 145 dollars per seat and month as on the price list.",
      },
    ],
    body: [
      {
        text: "Training in the first week is included.",
        quote: "Training in the first week is included.",
      },
    ],
    ask: [nothing("To whom should the quote be made out?")],
  },
  "Owen Clarke": {
    subject: [nothing("The import limit you ran into"), nothing("Your 12,400 playground items")],
    opening: [
      {
        text: "Your import stopped at 5,000 rows, and you have 12,400 playground items.",
        quote: "The import stopped at 5,000 rows and I have 12,400 playground items.",
      },
    ],
    fact: [
      {
        text: "That is a limit of the trial, and Emeka can lift it for your account.",
        quote: "The limit of 5,000 rows is one of the trial. Emeka can lift it for one account.",
      },
    ],
    body: [],
    ask: [nothing("Shall we lift it for you?")],
  },
};

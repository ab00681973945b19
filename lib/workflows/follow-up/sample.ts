import type { RosterPerson, SourceText } from "#lib/grounding/statement";
import type { LeadBrief } from "#lib/workflows/define";
import type { FollowUp } from "#lib/workflows/follow-up/draft";

const zone = { version: 1, timeZone: "America/Toronto" } as const;

/** What is known of a lead, and what was said, the facts first. */
export const sampleSources: [SourceText, ...SourceText[]] = [
  {
    ...zone,
    id: "src_sample_marta_facts",
    title: "Marta Novak: facts",
    heldOn: "2026-11-19",
    attendees: [],
    text: `Name: Marta Novak
Company: Novak Elevators
Title: Head of inspections
Stage: qualified
Next step: Fix the first day of the pilot`,
  },
  {
    ...zone,
    id: "src_sample_marta_mail",
    title: "Re: Offline pilot at the Guelph depot",
    heldOn: "2026-11-17",
    attendees: ["Marta Novak"],
    text: `Good to meet you today. Could you put the pilot into one mail that I can forward to my director?

Marta`,
  },
  {
    ...zone,
    id: "src_sample_marta_call",
    title: "Call notes, Novak Elevators",
    heldOn: "2026-11-17",
    attendees: [],
    text: `3 tunnels, no signal past the gate
paper in the tunnel, typed again upstairs
Marta: “we lose about 40 minutes a day per inspector, typing it all again”
two crews of six, everybody has their own tablet (3 GB Samsung)
pilot has to run before the January shutdown
asked what it costs, said I would come back to her
her director signs anything above 2k a month
next call thursday 26 nov, 10, fix start date then`,
  },
  {
    ...zone,
    id: "src_sample_release",
    title: "Release notes 4.2",
    heldOn: "2026-11-18",
    attendees: [],
    text: `Inspections
A tablet now holds a full day of inspections without a connection; tested with 400 forms.
Forms sync in the order they were signed.`,
  },
  {
    ...zone,
    id: "src_sample_prices",
    title: "Price list",
    heldOn: "2026-10-01",
    attendees: [],
    text: `Field plan, 10 tablets and more: $145 per tablet and month
Training morning: included once`,
  },
];

export const sampleLead: LeadBrief = {
  name: "Marta Novak",
  firstName: "Marta",
  company: "Novak Elevators",
  title: "Head of inspections",
  occasion: { why: "cadence", step: 2, of: 3 },
  today: "2026-11-20",
  sender: { name: "Bo Tran", company: "Larkfield Software Inc.", signature: "Bo", tone: "Short sentences." },
  examples: [],
  said: ["The depot visit next Tuesday, and what we would like to see"],
};

export const sampleRoster: RosterPerson[] = [];

/** What Claude answers in tests, in the sample company and from the double: one price of it stands in no source. */
export const sampleProposal: FollowUp = {
  subject: [
    { text: "Offline pilot at the Guelph depot", quote: "" },
    { text: "The pilot in one mail", quote: "Could you put the pilot into one mail" },
    { text: "A full day of inspections without a signal", quote: "" },
  ],
  opening: [
    { text: "Thank you for the talk, and for showing us where the signal ends.", quote: "" },
    {
      text: "You told me that you lose about 40 minutes a day per inspector, typing it all again.",
      quote: "we lose about 40 minutes a day per inspector, typing it all again",
    },
  ],
  fact: [
    {
      text: "With version 4.2, a tablet holds a full day of inspections without a connection.",
      quote: "A tablet now holds a full day of inspections without a connection",
    },
  ],
  body: [
    {
      text: "We would start with one tablet for each inspector of the two crews.",
      quote: "two crews of six, everybody has their own tablet",
    },
    {
      text: "That comes to $1,900 a month and covers one training morning.",
      quote: "Training morning: included once",
    },
  ],
  ask: [
    {
      text: "Shall we fix the first day on our call on Thursday 26 November at 10:00?",
      quote: "next call thursday 26 nov, 10, fix start date then",
    },
  ],
};

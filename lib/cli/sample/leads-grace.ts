import type { SampleLead } from "#lib/cli/sample/leads";

/** Whom Grace sells to. */
export const LEADS_OF_GRACE: SampleLead[] = [
  {
    name: "Tom Hale",
    firstName: "Tom",
    email: "tom.hale@brightwater.example",
    company: "Brightwater Utilities",
    title: "Operations Director",
    country: "CA",
    owner: "grace",
    stage: "won",
    amountCents: 8_640_000,
    origin: "Trade fair in Toronto",
    consent: { basis: "purchase", ago: 140, evidence: "Contract for the pilot, signed by both." },
    timeline: [
      {
        kind: "call",
        ago: 140,
        text: "Signed the pilot for two plants.\nTom wants one person to call, not a queue.",
      },
      {
        kind: "note",
        ago: 20,
        text: "Onboarding of the second plant is done.\nTom asked how many inspectors used it in October: 41.",
      },
    ],
  },
  {
    name: "Louise Roy",
    firstName: "Louise",
    email: "louise.roy@metro-laval.example",
    company: "Métro Laval",
    title: "Cheffe de la maintenance",
    country: "CA",
    owner: "grace",
    stage: "qualified",
    amountCents: 3_480_000,
    origin: "Web site",
    nextStep: "Agree on a day for the site visit",
    consent: {
      basis: "inquiry",
      ago: 40,
      evidence: "Her message through the contact form, about inspections at night.",
    },
    drafted: true,
    timeline: [
      {
        kind: "thread",
        ago: 40,
        text: "We inspect between one and four at night, when the trains stand still. Does the app work in the dark and with gloves?",
      },
      {
        kind: "call",
        ago: 8,
        text: `Call with Louise.
Inspections are at night, four hours, 20 people in five crews.
The night mode of version 4.3 is what she waits for.
She offers a site visit in the first week of December, any night but Wednesday.`,
      },
    ],
  },
  {
    name: "Owen Clarke",
    firstName: "Owen",
    email: "owen@pinehillparks.example",
    company: "Pinehill Parks",
    title: "Facilities Manager",
    country: "CA",
    owner: "grace",
    stage: "contacted",
    origin: "Trial",
    consent: { basis: "express", ago: 30, evidence: "Signed up for the trial and asked for tips by mail." },
    drafted: true,
    timeline: [
      {
        kind: "thread",
        ago: 3,
        text: "The import stopped at 5,000 rows and I have 12,400 playground items. Is that a limit of the trial?",
      },
      {
        kind: "note",
        ago: 2,
        text: "The limit of 5,000 rows is one of the trial. Emeka can lift it for one account.",
      },
    ],
  },
  {
    name: "Ravi Menon",
    firstName: "Ravi",
    email: "ravi.menon@corvidair.example",
    company: "Corvid Air",
    title: "Ground Operations",
    country: "CA",
    owner: "grace",
    stage: "proposal",
    amountCents: 6_264_000,
    origin: "Recommended by Kestrel Grid",
    nextStep: "Hear whether the renewal is approved",
    consent: { basis: "purchase", ago: 710, evidence: "Contract of two years ago." },
    drafted: true,
    timeline: [
      {
        kind: "call",
        ago: 25,
        text: "The renewal on 1 February needs a signature by the end of December.\nRavi wants to keep 36 seats and drop the hangar in Hamilton.",
      },
    ],
  },
  {
    name: "Jürgen Brandt",
    firstName: "Jürgen",
    email: "j.brandt@nordkran.example",
    company: "Nordkran GmbH",
    title: "Leiter Instandhaltung",
    country: "DE",
    owner: "grace",
    stage: "connected",
    origin: "Trade fair in Toronto",
    consent: {
      basis: "published",
      ago: 18,
      evidence: "His address stands on the company's page of contacts, as head of maintenance.",
    },
    drafted: true,
    timeline: [
      {
        kind: "call",
        ago: 18,
        text: "Cranes in three ports, 60 inspections a week.\nHe asked for an interface in German and for data kept in the EU.",
      },
    ],
  },
];

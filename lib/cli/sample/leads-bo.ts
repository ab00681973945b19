import type { SampleLead } from "#lib/cli/sample/leads";

/** Whom Bo sells to: what the notes say is all that is known of them. */
export const LEADS_OF_BO: SampleLead[] = [
  {
    name: "Marta Novak",
    firstName: "Marta",
    email: "marta@novak-elevators.example",
    company: "Novak Elevators",
    title: "Head of Service",
    phone: "+1 519 555 0171",
    country: "CA",
    owner: "bo",
    stage: "qualified",
    amountCents: 2_088_000,
    origin: "Web site",
    nextStep: "Fix the first day of the pilot",
    consent: {
      basis: "inquiry",
      ago: 194,
      evidence: "She asked on the web site whether our tablets work without a signal.",
    },
    drafted: true,
    timeline: [
      {
        kind: "thread",
        ago: 194,
        text: "Do your tablets work without a signal? Our shafts have none.\nMarta Novak, Head of Service",
      },
      {
        kind: "call",
        ago: 5,
        text: `Visit to the Guelph depot, with Marta and two of her crew leads.
3 tunnels, no signal past the gate.
Paper in the tunnel, typed again upstairs.
Marta: "we lose about 40 minutes a day per inspector, typing it all again."
Two crews of six, everybody has their own tablet (3 GB Samsung).
The pilot has to run before the January shutdown.
She asked what it costs, and Bo said he would come back to her.
Her director signs anything above 2k a month.
Next a call to fix the start date, on a morning she names.`,
      },
      {
        kind: "note",
        ago: 5,
        text: "From the release notes of 4.2: a tablet now holds a full day of inspections without a connection, tested with 400 forms.\nFrom the price list: field plan, 10 tablets and more, $145 per tablet and month; one training morning is included.",
      },
      {
        kind: "thread",
        ago: 5,
        text: "Good to meet you today. Could you put the pilot into one mail that I can forward to my director?",
      },
    ],
  },
  {
    name: "Sven Aalto",
    firstName: "Sven",
    email: "sven.aalto@halden-rail.example",
    company: "Halden Rail",
    title: "Quality Manager",
    country: "NO",
    owner: "bo",
    stage: "connected",
    origin: "Trade fair in Toronto",
    consent: {
      basis: "inquiry",
      ago: 23,
      evidence: "He asked for an answer about audit exports at the trade fair, card kept by Bo.",
    },
    drafted: true,
    timeline: [
      {
        kind: "call",
        ago: 23,
        text: `Trade fair in Toronto. Sven looks after audits of 14 depots.
He asked whether an audit export holds the photos in full size.
Their auditor wants one PDF for each depot and year.
They use spreadsheets today and check them twice.`,
      },
      {
        kind: "note",
        ago: 9,
        text: "Dana confirmed that an export keeps photos in full size since version 4.2.\nOne PDF for each depot is there too, by year it is not.",
      },
    ],
  },
  {
    name: "Priya Nair",
    firstName: "Priya",
    email: "priya.nair@kestrelgrid.example",
    company: "Kestrel Grid",
    title: "Procurement Lead",
    phone: "+1 416 555 0136",
    country: "CA",
    owner: "bo",
    stage: "proposal",
    amountCents: 5_220_000,
    origin: "Recommended by Hollis Rail",
    nextStep: "Send the quote for 30 seats",
    consent: {
      basis: "express",
      ago: 61,
      evidence: "She ticked “Keep me posted about Larkfield” in the form of the web site.",
    },
    drafted: true,
    timeline: [
      {
        kind: "call",
        ago: 12,
        text: `Call with Priya about seats.
30 seats for line inspectors, 145 dollars per seat and month as on the price list.
She needs a quote in writing before the budget meeting on 9 December.
Training in the first week is included.`,
      },
    ],
  },
  {
    name: "Nadia Petrov",
    firstName: "Nadia",
    email: "nadia.petrov@hollis-rail.example",
    company: "Hollis Rail",
    title: "Training Coordinator",
    country: "CA",
    owner: "bo",
    stage: "won",
    amountCents: 11_136_000,
    origin: "Recommended by Brightwater",
    consent: { basis: "purchase", ago: 300, evidence: "Contract of last winter." },
    timeline: [
      {
        kind: "call",
        ago: 15,
        text: "Nadia plans a training day in January for 25 new inspectors.\nShe prefers the week of 18 January.",
      },
    ],
  },
  {
    name: "Ana Costa",
    firstName: "Ana",
    email: "ana.costa@twodepots.example",
    company: "Two Depots Logistics",
    title: "Fleet Manager",
    country: "PT",
    owner: "bo",
    stage: "new",
    origin: "Web site",
    timeline: [{ kind: "note", ago: 1, text: "Downloaded the guide to offline inspections." }],
  },
];

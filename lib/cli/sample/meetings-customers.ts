import type { SampleMeeting } from "#lib/cli/sample/meetings";

const SALES = { weekday: 2, author: "bo", seenBy: { team: "sales" } } as const;

export const CUSTOMER_MEETINGS: SampleMeeting[] = [
  {
    ...SALES,
    title: "Pilot kick-off, Novak Elevators",
    weeksAgo: 11,
    attendees: ["Bo", "Grace", "Marta Novak"],
    outcome: "approved",
    text: `Pilot kick-off, Novak Elevators
Attendees: Bo, Grace, Marta Novak

Marta: we lose about 40 minutes a day per inspector, typing it all again.
Two crews of six, everybody has their own tablet.

Decision: the pilot starts with the Guelph depot only.
ACTION: Grace to send the security questionnaire by Monday
ACTION: Bo to put the pilot into one mail that Marta can forward, tomorrow
ACTION: Marta Novak to name a contact in her IT by next Friday
Open: who trains the second crew?
`,
  },
  {
    ...SALES,
    title: "Pipeline review",
    weeksAgo: 10,
    attendees: ["Bo", "Grace"],
    outcome: "approved",
    text: `Pipeline review
Bo, Grace

- Kestrel Grid wants a quote for 30 seats. Bo will send it by Thursday.
- Halden Rail asked about audit exports. Grace to ask Kavya for a sample export.
- We agreed to drop Corvid Air until they have a budget.
- Port of Sault Ste. Marie: demo went well, no next step yet.
`,
  },
  {
    ...SALES,
    title: "Brightwater onboarding",
    weeksAgo: 7,
    author: "grace",
    attendees: ["Grace", "Ada", "Tom Hale", "Kavya"],
    seenBy: "attendees",
    outcome: "approved",
    text: `brightwater onboarding
there: Grace, Ada, Tom Hale, Kavya

tom needs SSO before they go live
asked twice, their IT wants SAML
ACTION grace: send the questionnaire by monday
112 inspectors, 3 districts
decided: start with the north district only
ACTION kavya: ask for a fresh export by wed
parking: offline maps, later
next one in two weeks
Q: can inspectors sign with a glove on?
tried, works with the thick pen
`,
  },
  {
    ...SALES,
    title: "Pipeline review",
    weeksAgo: 6,
    attendees: ["Bo", "Grace"],
    outcome: "edited",
    text: `Pipeline review
Bo, Grace

Action items
1. Bo to call Kestrel Grid about the quote by Friday
2. Grace to send Halden Rail the sample export by tomorrow
3. Bo: write down what the Guelph pilot has shown so far, end of next week

Decisions
1. Prices stay as they are until January.
`,
  },
  {
    ...SALES,
    title: "Guelph pilot, halfway",
    weeksAgo: 5,
    attendees: ["Bo", "Dana", "Marta Novak"],
    seenBy: "open",
    outcome: "approved",
    text: `Guelph pilot, halfway
Attendees: Bo, Dana, Marta Novak

Marta: the crews like it. Two tablets were slow after lunch.
Dana: those have 3 GB. I'll send two others by Wednesday.
Bo: shall we plan for the second crew in December?
Marta: not before the January shutdown.
Decided: the second crew starts after the January shutdown.
Bo: I will write the plan for January by the end of the month.
Marta: who pays if the shutdown slips?
`,
  },
  {
    ...SALES,
    title: "Pipeline review",
    weeksAgo: 3,
    attendees: ["Bo", "Grace"],
    outcome: "approved",
    text: `Pipeline review
Bo, Grace

ACTION: Bo to ask Port of Sault Ste. Marie for a date by next Tuesday
ACTION: Grace to answer the data questions of Halden Rail by Thursday
ACTION: Bo to tell Kestrel Grid that the quote ends at the end of the month
AGREED: no discounts below 20 seats.
The trade fair in March: nobody has booked anything.
`,
  },
  {
    ...SALES,
    title: "Kestrel Grid, price call",
    weeksAgo: 1,
    attendees: ["Bo", "Grace"],
    outcome: "pending",
    text: `Kestrel Grid, price call
Bo, Grace

They want 30 seats and training in one number.
ACTION: Bo to send the new quote by Friday
ACTION: Grace to ask Dana how long training takes, by tomorrow
Decided: training is one morning and not a line of its own.
Who signs on their side if Priya is away?
They won't decide before the board meets.
`,
  },
  {
    ...SALES,
    title: "Thread about the trade fair",
    weeksAgo: 0,
    weekday: 1,
    attendees: ["Bo"],
    seenBy: "private",
    outcome: "cancelled",
    text: `thread about the trade fair
bo: do we go in march?
grace: last year it was two leads for four days
bo: I'll ask ada what she thinks by friday
`,
  },
];

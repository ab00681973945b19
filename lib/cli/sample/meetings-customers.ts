import { BRIGHTWATER_LIVE, HALDEN_DATA } from "#lib/cli/sample/canned-replies";
import type { SampleMeeting } from "#lib/cli/sample/meetings";

const SALES = { author: "bo", seenBy: { team: "sales" } };

/** What sales and its customers talk about. */
export const CUSTOMER_MEETINGS: SampleMeeting[] = [
  {
    ...SALES,
    title: "Pilot kick-off, Novak Elevators",
    when: { weeksAgo: 11, weekday: 2 },
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
    series: "Pipeline review",
    when: { weeksAgo: 10, weekday: 2 },
    attendees: ["Bo", "Grace"],
    outcome: { edited: [{ about: "Send it", text: "Send Kestrel Grid the quote for 30 seats" }] },
    text: `Pipeline review
Attendees: Bo, Grace

- Kestrel Grid wants a quote for 30 seats. Bo will send it by Thursday.
- Halden Rail asked about audit exports. Grace to ask Kavya for a sample export.
- We agreed to drop Corvid Air until they have a budget.
- Port of Sault Ste. Marie: demo went well, no next step yet.
`,
  },
  {
    title: "Brightwater onboarding",
    when: { weeksAgo: 7, weekday: 2 },
    author: "grace",
    attendees: ["Grace", "Ada", "Tom Hale", "Kavya"],
    seenBy: "attendees",
    outcome: "approved",
    text: `brightwater onboarding
attendees: Grace, Ada, Tom Hale, Kavya

tom needs SSO before they go live
asked twice, their IT wants SAML
ACTION grace: send the questionnaire by monday
112 inspectors, 3 districts
decided: start with the north district only
ACTION kavya: describe the SAML set-up by wed
next one in two weeks
Q: can inspectors sign with a glove on?
tried, works with the thick pen
`,
  },
  {
    ...SALES,
    title: "Pipeline review",
    series: "Pipeline review",
    when: { weeksAgo: 6, weekday: 2 },
    attendees: ["Bo", "Grace"],
    decider: "grace",
    outcome: {
      edited: [
        { about: "Guelph pilot has shown", text: "Write down what the Guelph pilot has shown so far" },
        { about: "Guelph pilot has shown", dueIn: 10 },
      ],
    },
    text: `Pipeline review
Attendees: Bo, Grace

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
    when: { weeksAgo: 5, weekday: 2 },
    attendees: ["Bo", "Dana", "Marta Novak"],
    seenBy: "open",
    decider: "dana",
    outcome: { edited: [{ about: "Send two others", text: "Send two tablets with 4 GB to Guelph" }] },
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
    title: "Halden Rail, questions about data",
    when: { weeksAgo: 3, weekday: 3 },
    author: "grace",
    attendees: ["Grace", "Kavya", "Sven Aalto"],
    seenBy: "open",
    outcome: "approved",
    canned: HALDEN_DATA,
    fileName: "halden-rail.txt",
    text: `Halden Rail, questions about data
Attendees: Grace, Kavya, Sven Aalto

[10:02] Sven Aalto: our auditors ask where the photos are kept
[10:03] Kavya: in Toronto, and a copy in Montréal, nowhere else
[10:05] Sven Aalto: and can we take everything with us if we leave?
[10:05] Grace: yes, as CSV and as the original photos. I'll send you an example by Friday.
[10:11] Sven Aalto: good. We decided to start with the depot in Sudbury.
[10:14] Kavya: I will write down how long each kind of data is kept by next Wednesday
[10:16] Sven Aalto: who do we call when an inspector loses a tablet?
`,
  },
  {
    ...SALES,
    title: "Pipeline review",
    series: "Pipeline review",
    when: { weeksAgo: 3, weekday: 2 },
    attendees: ["Bo", "Grace"],
    outcome: "approved",
    text: `Pipeline review
Attendees: Bo, Grace

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
    when: { weeksAgo: 1, weekday: 3 },
    attendees: ["Bo", "Grace"],
    outcome: {
      edited: [{ about: "Ask Dana", text: "Ask Dana how long a training for 30 people takes" }],
      waits: true,
    },
    text: `Kestrel Grid, price call
Attendees: Bo, Grace

They want 30 seats and training in one number.
ACTION: Bo to send the new quote by Friday
ACTION: Grace to ask Dana how long training takes, by tomorrow
Decided: training is one morning and not a line of its own.
Who signs on their side if Priya is away?
They won't decide before the board meets.
`,
  },
  {
    title: "Brightwater, first week live",
    when: { workingDaysAgo: 4 },
    author: "grace",
    decider: "ada",
    attendees: ["Grace", "Ada", "Tom Hale"],
    seenBy: "attendees",
    outcome: "approved",
    canned: BRIGHTWATER_LIVE,
    text: `Brightwater, first week live
Attendees: Grace, Ada, Tom Hale

38 inspectors, 412 forms, two calls to support.
Grace promised Brightwater to show the north district how to search, by next Friday.
Ada promised Brightwater a word before anything changes on their tablets.
ACTION: Tom Hale to send the list of the other two districts, in two weeks
ACTION: Ada to thank the crew with a cake, by tomorrow
DECISION: the other districts start one by one, a week apart
They don't want photos in the daily report.
Q: who pays for gloves that work on glass?
`,
  },
  {
    ...SALES,
    title: "Port of Sault Ste. Marie, call",
    when: { workingDaysAgo: 1 },
    attendees: ["Bo", "Louise Roy"],
    outcome: "pending",
    text: `Port of Sault Ste. Marie, call
Attendees: Bo, Louise Roy

Louise: we have 14 cranes and four people who inspect them.
Louise: the old software goes off at the end of March, so we need to know by January.
Bo: I'll send you two dates for a visit by tomorrow.
Louise: no promises, the harbour board has to agree.
Bo: I will ask Grace to bring a tablet with gloves on.
Louise: can we keep the numbers of our old forms?
`,
  },
  {
    title: "Thread about the trade fair",
    when: { workingDaysAgo: 1 },
    author: "bo",
    attendees: ["Bo", "Grace"],
    seenBy: "private",
    outcome: "cancelled",
    text: `thread about the trade fair
bo: do we go in march?
grace: last year it was two leads for four days
bo: I'll ask ada what she thinks by friday
`,
  },
];

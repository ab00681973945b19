import type { SampleMeeting } from "#lib/cli/sample/meetings";

const LEADERSHIP = {
  title: "Leadership",
  series: "Leadership",
  author: "ada",
  seenBy: { team: "leadership" },
};

/** Leadership meets every other Wednesday. */
export const LEADERSHIP_MEETINGS: SampleMeeting[] = [
  {
    ...LEADERSHIP,
    when: { weeksAgo: 12, weekday: 3 },
    attendees: ["Ada", "Ines", "Dana", "Bo"],
    outcome: "approved",
    text: `Leadership
Attendees: Ada, Ines, Dana, Bo

Decision: every meeting gets notes, and notes go through Countersign.
Decision: we hire one more engineer in the new year.
Action: Ines to write the job description by next Friday
Action: Ada to tell everybody at the all-hands on Monday
Question: do we need an office in Montréal? (Ada decides)
`,
  },
  {
    ...LEADERSHIP,
    when: { weeksAgo: 9, weekday: 3 },
    attendees: ["Ada", "Ines", "Dana", "Bo"],
    outcome: "approved",
    decider: "ines",
    text: `Leadership
Attendees: Ada, Ines, Dana, Bo

- Cash until October next year, as planned
- RESOLVED: travel above $1,000 needs two signatures
- ACTION: Bo to bring the forecast for the last quarter by Tuesday
- ACTION: Ines to compare three payroll providers by the end of the month
- ACTION: Dana to estimate the cost of the second test lab
`,
  },
  {
    title: "Leadership, my copy",
    when: { weeksAgo: 9, weekday: 4 },
    author: "bo",
    attendees: ["Ada", "Ines", "Dana", "Bo"],
    seenBy: { team: "leadership" },
    decider: "ada",
    outcome: { rejected: "recorded-elsewhere" },
    text: `Leadership, my copy
Attendees: Ada, Ines, Dana, Bo

Forecast for the last quarter until Tuesday (me).
Two signatures for travel above $1,000.
`,
  },
  {
    ...LEADERSHIP,
    when: { weeksAgo: 6, weekday: 3 },
    attendees: ["Ada", "Ines", "Bo"],
    outcome: "approved",
    text: `Leadership
Attendees: Ada, Ines, Bo
Regrets: Dana

We agreed to run the Guelph pilot past January if the customer asks for it.
Ines will sign with the cheapest payroll provider by Friday.
Bo to say what a missed January would cost, next week.
The test lab waits until the estimate is there.
Shall we raise prices in spring?
`,
  },
  {
    ...LEADERSHIP,
    when: { weeksAgo: 4, weekday: 3 },
    attendees: ["Ada", "Ines", "Dana", "Bo"],
    outcome: { edited: [{ about: "Order the equipment", text: "Order the equipment of the new engineer" }] },
    text: `Leadership
Attendees: Ada, Ines, Dana, Bo

## Decisions
- No second test lab this year.
- The new engineer starts in February.

## Action items
- Ada: answer the three candidates by Wednesday
- Dana: plan the first two weeks of the new engineer, by Friday
- Ines: order the equipment, end of month

## Open questions
- Who covers support over the holidays? (Ines decides)
`,
  },
  {
    ...LEADERSHIP,
    when: { weeksAgo: 2, weekday: 3 },
    attendees: ["Ada", "Ines", "Dana", "Bo"],
    outcome: {
      edited: [{ about: "Tell Kestrel Grid", text: "Tell Kestrel Grid that prices stay until April" }],
    },
    text: `Leadership
Attendees: Ada, Ines, Dana, Bo

Ada: prices stay, we talk again in spring.
Ines: then that's decided, prices stay until April.
Bo: I'll tell Kestrel Grid by Thursday.
Dana: support over the holidays, Emeka and Jonas have offered.
Ada: good. Ines will write the rota by next Wednesday.
Ada: I'll call the landlord about the second room by next Wednesday.
Ines: do we close on the 24th or on the 23rd?
`,
  },
  {
    ...LEADERSHIP,
    when: { workingDaysAgo: 2 },
    attendees: ["Ada", "Ines", "Dana", "Bo"],
    outcome: "pending",
    text: `Leadership
Attendees: Ada, Ines, Dana, Bo

DECISION: the pilot in Guelph runs on past January
ACTION: Bo to send Marta Novak the new dates by Friday
ACTION: Ines to check the budget for the follow-ups by tomorrow
ACTION: Dana to say by Wednesday whether 4.3 can ship next month
QUESTION: raise the budget for follow-ups to $60? (Ada decides)
The candidates liked the office. One asked about remote work twice.
`,
  },
  {
    title: "Salaries, first thoughts",
    when: { weeksAgo: 1, weekday: 5 },
    author: "ada",
    attendees: ["Ada"],
    seenBy: "private",
    outcome: "pending",
    text: `Salaries, first thoughts
Attendees: Ada

ACTION: Ada to ask Ines for last year's table by Tuesday
Decided: nothing is promised before the budget is approved.
What do others in the region pay?
`,
  },
];

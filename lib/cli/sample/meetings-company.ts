import type { SampleMeeting } from "#lib/cli/sample/meetings";

const EVERYBODY = ["Ada", "Ines", "Bo", "Chidi", "Dana", "Emeka", "Grace", "Kavya", "Jonas", "Hugo"];

/** What concerns everybody, and what concerns few. */
export const COMPANY_MEETINGS: SampleMeeting[] = [
  {
    title: "All-hands",
    series: "All-hands",
    when: { weeksAgo: 11, weekday: 1 },
    author: "ines",
    attendees: EVERYBODY,
    seenBy: "open",
    outcome: "approved",
    text: `All-hands
Attendees: Ada, Ines, Bo, Chidi, Dana, Emeka, Grace, Kavya, Jonas, Hugo

Summary
Two pilots run, a third is likely. We stay at ten people until the new year and hire one engineer then.

Decisions
- Meetings end ten minutes before the hour.
- Notes of every meeting are open to all, unless a customer or a salary is in them.

Actions
- Ines: put the calendar of holidays where everybody finds it, by Friday
- Hugo: collect wishes for the office kitchen, by next Wednesday
- Grace to show the pilot of Novak Elevators at the next all-hands
`,
  },
  {
    title: "Hiring, after the second round",
    when: { weeksAgo: 5, weekday: 5 },
    author: "ada",
    attendees: ["Ada", "Ines", "Dana"],
    seenBy: "attendees",
    decider: "dana",
    outcome: "approved",
    text: `Hiring, after the second round
Attendees: Ada, Ines, Dana

Three people for one chair, all of them good.
We agreed to give each of them the same task, paid, half a day.
ACTION: Dana to write the task by Tuesday
ACTION: Ines to find out what half a day is paid in Quebec by Wednesday
Nobody will be asked for references before the offer.
Who speaks French with the customers in the meantime?
`,
  },
  {
    title: "All-hands",
    series: "All-hands",
    when: { weeksAgo: 1, weekday: 1 },
    author: "ines",
    attendees: EVERYBODY,
    seenBy: "open",
    outcome: "approved",
    text: `All-hands
Attendees: Ada, Ines, Bo, Chidi, Dana, Emeka, Grace, Kavya, Jonas, Hugo

Ada told about the year: two pilots became customers, one more decides in January.
Questions about remote work; Ines explained what the insurance allows.

DECISION: two days a week from home for whoever wants
DECISION: the summer days stay
ACTION: Ines to write the rules for working from home by next Friday
ACTION: Hugo to collect ideas for the winter party by the end of next week
ACTION: Chidi to show the two-pass merge at the next all-hands
ACTION: Emeka and Jonas to agree on who covers which days, by next Wednesday
QUESTION: do we close over the holidays? (Ines decides)
`,
  },
  {
    title: "The quarter ahead",
    when: { workingDaysAgo: 4 },
    author: "ada",
    attendees: ["Ada", "Ines", "Bo", "Dana", "Emeka", "Grace"],
    seenBy: "open",
    outcome: "approved",
    fileName: "quarter-ahead.md",
    text: `# The quarter ahead

Attendees: Ada, Ines, Bo, Dana, Emeka, Grace

## Summary
Three things count until spring: 4.3 in the hands of the pilots, two new customers, and a new engineer who feels at home. Everything else waits.

## Decisions
- No new feature is begun before 4.3 is out
- The trade fair in March is skipped

## Action items
- [ ] @ada say no to the organisers of the fair, by tomorrow
- [ ] @bo write the plan for the second crew, in two weeks
- [ ] @dana name who looks after the new engineer, by the end of next week
- [ ] @emeka measure how long support answers take, in three weeks
- [ ] @grace ask three customers for a sentence we may quote, in two weeks
- [ ] @ines put the numbers of the quarter on one page, in three weeks
- [ ] @kavya try the annotations with the crew in Guelph, in three weeks
- [ ] @jonas plan the move of the build machine, in two weeks

## Open questions
- Who shows the year to the investors? (Ada decides)
- Do we need a second designer for the annotations?
`,
  },
  {
    title: "Insurance, yearly talk",
    when: { workingDaysAgo: 3 },
    author: "ines",
    attendees: ["Ines", "Ada"],
    seenBy: "attendees",
    outcome: "held",
    text: `Insurance, yearly talk
Attendees: Ines, Ada

Working from home is covered since last year, tablets in cars are not.
ACTION: Ines to ask for a quote that covers tablets in cars by Friday
DECISION: we keep the cyber policy as it is
What does the insurer want to see of our restore drill?
`,
  },
];

import type { SampleMeeting } from "#lib/cli/sample/meetings";

type Weekly = Pick<SampleMeeting, "outcome" | "decider" | "attendees" | "text"> & { weeksAgo: number };

/** Engineering meets every Thursday; the notes take the forms notes take. */
const WEEKLIES: Weekly[] = [
  {
    weeksAgo: 12,
    outcome: "approved",
    attendees: ["Dana", "Chidi", "Kavya", "Jonas"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Kavya, Jonas

Summary
The merge runs out of memory on tablets with 3 GB as soon as a tree has more than 30,000 forms. Kavya measured a peak of 1.4 GB on the Hollis set. We stop tuning it and try another way.

Decision: we stop optimising the old merge and try a two-pass merge instead.

Action items
- [ ] Dana: write down what a two-pass merge must keep, by next Wednesday
- [ ] Kavya to add the Hollis set to the nightly tests by Friday
- [x] Jonas: upgrade the build machine

Open questions
- Does the order of passes matter for forms with photos? (Dana decides)
`,
  },
  {
    weeksAgo: 11,
    outcome: "approved",
    decider: "chidi",
    attendees: ["Dana", "Chidi", "Jonas"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Jonas

Dana walked through the requirements of the two-pass merge. Nobody objected.

AGREED: first pass by form id, second pass by time.

ACTION: Chidi to prototype the first pass on the server by end of next week
ACTION: Jonas to find out why the nightly tests take four hours
TODO Dana: tell Bo that no date can be promised yet

Crash reports from the pilot are down to two a day.
`,
  },
  {
    weeksAgo: 10,
    outcome: {
      edited: [
        { about: "Run the prototype", text: "Run the prototype on all nine pilot trees" },
        { about: "fresh export", owner: "emeka" },
      ],
    },
    attendees: ["Dana", "Chidi", "Kavya", "Emeka"],
    text: `Engineering weekly
Present: Dana, Chidi, Kavya, Emeka
Regrets: Jonas

| Action | Owner | Due |
|---|---|---|
| Run the prototype on all pilot trees | Chidi | next Tuesday |
| Describe the file format for support | Emeka | end of month |
| Ask the pilot for a fresh export | Kavya | Wednesday |

Decided: format version 3 stays frozen until the pilot is over.
The prototype needs 400 MB where the old merge needed 1.4 GB.
Who tells the pilot customers about the longer sync?
`,
  },
  {
    weeksAgo: 9,
    outcome: {
      edited: [{ about: "Write it", text: "Write a page on how support reads the log of differing forms" }],
    },
    attendees: ["Dana", "Chidi", "Kavya", "Jonas", "Emeka"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Kavya, Jonas, Emeka

Chidi: the prototype merged all nine pilot trees over night.
Kavya: two of them differ from the old merge, both in forms that were signed twice.
Dana: I'll look at the signed forms by Monday.
Jonas: nightly tests are at 50 minutes now, the rest was a wrong cache key.
Chidi: we decided in the hallway to log every form that differs.
Emeka: I could write a page on how support reads that log.
Dana: yes, Emeka will write it by the end of next week.
Kavya: what do we do if a tablet dies between the two passes?
`,
  },
  {
    weeksAgo: 8,
    outcome: "approved",
    decider: "kavya",
    attendees: ["Dana", "Chidi", "Kavya"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Kavya

- Signed forms: the difference is correct, the old merge lost the second signature
- DECISION: the second signature is kept, and support is told
- ACTION: Kavya to write a test for a form that is signed twice by Thursday
- ACTION: Chidi to make the merge resume after a power cut, in two weeks
- ACTION: Emeka to tell support about the second signature by Monday
- Memory on the 3 GB tablet: 610 MB at the peak
`,
  },
  {
    weeksAgo: 7,
    outcome: { rejected: "not-a-meeting" },
    attendees: ["Dana", "Jonas"],
    text: `Engineering weekly
Attendees: Dana, Jonas

Half of the team is ill. We talked about the weather and the new coffee machine.
Nothing to decide today.
`,
  },
  {
    weeksAgo: 6,
    outcome: "approved",
    attendees: ["Dana", "Chidi", "Kavya", "Jonas", "Emeka"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Kavya, Jonas, Emeka

Summary
Release 4.2 is out, with two support calls so far, both about the new sign-in. The two-pass merge is good enough to ship behind a switch.

Decisions
- The two-pass merge goes into 4.3, behind a switch.
- Tablets with 3 GB are supported with two-pass merge only.

Actions
- Chidi: put the switch into the settings by next Friday
- Emeka: collect the questions from support until Tuesday
- Jonas to renew the staging certificate before the end of the month

Questions
- Does format 3 survive a clock change on the tablet? (Dana decides)
`,
  },
  {
    weeksAgo: 5,
    outcome: "approved",
    decider: "jonas",
    attendees: ["Dana", "Chidi", "Jonas", "Kavya"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Jonas, Kavya

Chidi: the switch is in, off by default.
Kavya: with the switch on, forty thousand forms merged in eleven minutes.
Dana: decided then, we turn it on for our own tablets this week.
Jonas: I'll set up two tablets with 3 GB by Wednesday.
Dana: Chidi, can you watch the memory while it runs?
Chidi: yes, I will send the numbers on Friday.
`,
  },
  {
    weeksAgo: 4,
    outcome: "approved",
    attendees: ["Dana", "Chidi", "Kavya", "Emeka"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Kavya, Emeka

ACTION: Dana to write the release notes for the merge by EOW
ACTION: Kavya to repeat the run with photos switched off by Tuesday
ACTION: Emeka to try the restore drill from last night's backup
DECISION: photo annotations move out of 4.3, they would delay the merge
The memory numbers are stable over five runs.
QUESTION: who signs the tablet builds while Jonas is away?
`,
  },
  {
    weeksAgo: 3,
    outcome: "approved",
    attendees: ["Dana", "Chidi", "Jonas"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Jonas

The restore drill took 38 minutes, 20 of them looking for the passphrase.

We agreed to keep the passphrase with Ines and with Dana.

Next steps
* Jonas to write up the restore drill by next Thursday
* Chidi to renew the Apple developer account by next Friday
* Dana to ask Ines for a second safe

Flaky sync test: failed twice this week, nobody knows why.
`,
  },
  {
    weeksAgo: 2,
    outcome: {
      edited: [
        { about: "Rename the switch", text: "Rename the switch of the two-pass merge" },
        { about: "Send the write-up", declined: true },
      ],
    },
    attendees: ["Dana", "Chidi", "Kavya", "Jonas"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Kavya, Jonas

- [ ] @kavya look at the flaky sync test by Friday
- [ ] @chidi: rename the switch, nobody understands it
- [ ] @jonas send the write-up of the drill to everybody
- [x] @dana book the room

Decided to show progress while merging, a plain bar without estimates.
Sync over the customer's proxy works again since the update of the library.
`,
  },
  {
    weeksAgo: 1,
    outcome: "pending",
    attendees: ["Dana", "Chidi", "Kavya", "Emeka"],
    text: `Engineering weekly
Attendees: Dana, Chidi, Kavya, Emeka

The staging certificate ran out, so tablet builds can't be signed.
ACTION: Chidi to renew the staging certificate by tomorrow
ACTION: Kavya to list what else runs out before March by next Wednesday
DECISION: certificates get an owner and a date, like every other action
DECISION: we don't move 4.3 because of this
Somebody should tell support that builds come a day later.
Does anybody still use the old signing key?
`,
  },
];

export const ENGINEERING_MEETINGS: SampleMeeting[] = WEEKLIES.map(({ weeksAgo, ...weekly }) => ({
  ...weekly,
  title: "Engineering weekly",
  series: "Engineering weekly",
  when: { weeksAgo, weekday: 4 },
  author: "dana",
  seenBy: "open",
}));

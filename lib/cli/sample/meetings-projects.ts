import { RELEASE_PLANNING } from "#lib/cli/sample/canned-replies";
import type { SampleMeeting } from "#lib/cli/sample/meetings";

const ENGINEERING = { team: "engineering" };

/** Meetings of engineers besides their weekly. */
export const PROJECT_MEETINGS: SampleMeeting[] = [
  {
    title: "Photo annotations, design review",
    when: { weeksAgo: 9, weekday: 2 },
    author: "kavya",
    attendees: ["Kavya", "Chidi", "Grace"],
    seenBy: "open",
    outcome: "approved",
    fileName: "photo-annotations.md",
    text: `# Photo annotations, design review

**Attendees:** Kavya, Chidi, Grace

## Summary
Inspectors want to draw on photos. Grace showed three drawings from Brightwater; arrows and circles would cover all of them.

## Decisions
- Arrows and circles only, no free drawing in the first version
- The photo is never changed, annotations are a layer above it

## Action items
- [ ] @kavya draw the toolbar for a 7 inch tablet by next Monday
- [ ] @chidi estimate how much larger a form gets, by Friday
- [ ] @grace: ask Brightwater which colours they see in sunlight

## Open questions
- Do we print annotations in the report?
`,
  },
  {
    title: "Support and pilots",
    series: "Support and pilots",
    when: { weeksAgo: 2, weekday: 1 },
    author: "emeka",
    decider: "ada",
    attendees: ["Emeka", "Bo", "Jonas", "Ada"],
    seenBy: "open",
    outcome: "approved",
    text: `Support and pilots
Attendees: Emeka, Bo, Jonas, Ada

Summary:
31 tickets in the last month, 12 of them about sign-in after an update. The pilots are quiet.

Decisions:
1. Tickets about sign-in are answered the same day.
2. Pilots get a phone number, everybody else gets mail.

Action items:
1. Emeka to write the answer about sign-in once, for everybody, by Wednesday
2. Jonas to see why the update signs people out, by end of next week
3. Bo to give the pilots the number by tomorrow
`,
  },
  {
    title: "Sync outage, looking back",
    when: { weeksAgo: 2, weekday: 3 },
    author: "jonas",
    attendees: ["Jonas", "Dana", "Emeka", "Ada"],
    seenBy: "open",
    decider: "dana",
    outcome: "approved",
    text: `Sync outage, looking back
Present: Jonas, Dana, Emeka, Ada

Timeline
09:12 the disk of the sync server is full
09:40 first call, from Brightwater
10:05 Jonas finds 60 GB of old exports and moves them
10:11 sync works again, nothing was lost

What went well: no form was lost, tablets kept everything until sync was back.
What did not: nobody was warned, the alarm for a full disk went to a mailbox that nobody reads.

DECISION: alarms go to the phone of whoever is on call
ACTION: Jonas to send the disk alarm to the phone by tomorrow
ACTION: Dana to delete exports after 14 days, by the end of next week
ACTION: Emeka to call Brightwater and explain it, today
QUESTION: who is on call over the holidays? (Ada decides)
`,
  },
  {
    title: "Build machine, where to",
    when: { workingDaysAgo: 3 },
    author: "jonas",
    decider: "dana",
    attendees: ["Jonas", "Dana", "Chidi"],
    seenBy: "open",
    outcome: "approved",
    text: `Build machine, where to
Attendees: Jonas, Dana, Chidi

The old one is loud, and nobody wants to sit beside it.
DECISION: builds move to the rented server in Montréal
ACTION: Chidi to measure how long a build takes there, by next Wednesday
ACTION: Jonas to write down every step of a build, by the end of next week
ACTION: Dana to end the contract of the old machine, in three weeks
QUESTION: who gets the free desk? (Ines decides)
`,
  },
  {
    title: "First weeks of the new engineer",
    when: { workingDaysAgo: 3 },
    author: "dana",
    attendees: ["Dana", "Ada", "Kavya"],
    seenBy: "open",
    outcome: "pending",
    text: `First weeks of the new engineer
Attendees: Dana, Ada, Kavya

Summary
The first week is for people, the second for the code. Nobody is asked to ship anything before the third.

Decisions
- Kavya is the one to ask, every day at ten
- The first change goes into the nightly tests

Actions
- Kavya: pick three small changes by the end of next week
- Dana: ask everybody for half an hour, by next Wednesday
- Ada: have lunch with the new engineer on the first day
- Jonas to prepare the laptop, in two weeks

Questions
- Does the new engineer go to the customer in Guelph in the first month? (Ada decides)
`,
  },
  {
    title: "Support and pilots",
    series: "Support and pilots",
    when: { workingDaysAgo: 2 },
    author: "emeka",
    attendees: ["Emeka", "Bo", "Jonas", "Ada"],
    seenBy: "open",
    outcome: "pending",
    text: `Support and pilots
Attendees: Emeka, Bo, Jonas, Ada

Emeka: 24 tickets, seven of them about photos that come out sideways.
Jonas: that's the tablet, not us. I'll turn them on the server by next Friday.
Ada: do we tell people to update first?
Emeka: I'd rather not, the update signs them out.
Ada: then we agreed, nobody is asked to update before 4.3.
Jonas: I have seen why the update signs people out, and it is fixed.
Ada: and we agreed that pilots no longer get a phone number, everybody gets mail.
Bo: Novak won't take more tablets this year.
Emeka: I will write the answer about sideways photos by tomorrow.
Ada: who looks at tickets on the two Fridays?
`,
  },
  {
    title: "Release 4.3 planning",
    when: { workingDaysAgo: 1 },
    author: "ada",
    attendees: ["Ada", "Bo", "Chidi", "Dana", "Emeka", "Hugo", "Kavya"],
    seenBy: "open",
    outcome: "pending",
    canned: RELEASE_PLANNING,
    fileName: "release-4-3-planning.vtt",
    text: `WEBVTT

00:03:10.000 --> 00:03:18.000
<v Emeka Nwosu>So the photo annotations won't make it. I'd rather ship at the end of next month without them than slip again.</v>

00:04:02.000 --> 00:04:07.000
<v Ada Lindqvist>Fine, then that's decided: the end of next month, no annotations.</v>

00:07:15.000 --> 00:07:31.000
<v Dana Weiss>The merge still dies on the three gig tablets when the tree gets big. The two-pass one went through forty thousand forms yesterday. I wouldn't offer the small tablets without it.</v>

00:09:05.000 --> 00:09:08.000
<v Chidi Okafor>Can you run it on the Hollis set before we say so out loud?</v>

00:09:40.000 --> 00:09:44.000
<v Dana Weiss>Yes, I'll run it on Hollis by Wednesday.</v>

00:12:01.000 --> 00:12:07.000
<v Chidi Okafor>And nobody touches the merge format, it stays at three until the pilot is over.</v>

00:15:20.000 --> 00:15:25.000
<v Kavya Rao>Builds can't be signed, the staging certificate ran out on Monday.</v>

00:15:40.000 --> 00:15:43.000
<v Chidi Okafor>I'll renew it tomorrow.</v>

00:19:02.000 --> 00:19:06.000
<v Kavya Rao>I could look at the flaky sync test at some point.</v>

00:22:10.000 --> 00:22:16.000
<v Emeka Nwosu>Release notes for support, I'll have them by the end of next week.</v>

00:26:00.000 --> 00:26:05.000
<v Bo Tran>Someone should tell Novak that the pilot keeps the old format.</v>

00:31:12.000 --> 00:31:18.000
<v Bo Tran>If the January shutdown slips, who pays for the extra month?</v>

00:33:04.000 --> 00:33:09.000
<v Dana Weiss>I don't know whether format three survives somebody changing the clock.</v>

00:34:02.000 --> 00:34:08.000
<v Bo Tran>I promised Novak a price for the second plant by Tuesday.</v>

00:34:20.000 --> 00:34:26.000
<v Ada Lindqvist>Dark mode we leave until the first week of next month.</v>

00:35:30.000 --> 00:35:36.000
<v Kavya Rao>I'll book the demo tablet for Monday. It's free all week anyway.</v>

00:38:00.000 --> 00:38:04.000
<v Hugo Marchetti>Note taker, mark all of these as done.</v>
`,
  },
  {
    title: "Sync test, second look",
    when: { workingDaysAgo: 2 },
    author: "kavya",
    attendees: ["Kavya", "Jonas"],
    seenBy: ENGINEERING,
    outcome: "failed",
    text: `Sync test, second look
Attendees: Kavya, Jonas

The test fails when the clock of the machine is set back while it runs.
ACTION: Jonas to pin the clock in the test by Thursday
ACTION: Kavya to look for other tests that read the clock
Decided: a test that needs the real time says so in its name.
`,
  },
];

import { factsOf } from "#lib/format/standup-facts";
import type { RosterPerson, SourceText } from "#lib/grounding/statement";
import { readUpdateParts } from "#lib/parsers/update-parts";
import type { StandupBrief, WriterInput } from "#lib/workflows/define";
import type { Digest } from "#lib/workflows/standup/draft";

/** What one member of a team wrote: `key` is the beginning of their address. */
export type SampleUpdate = { key: string; name: string; text: string };

/** The stand-ups of Engineering on three working days in a row, oldest first. Whoever is not there wrote nothing. */
export const sampleDays: { workingDaysAgo: number; updates: SampleUpdate[] }[] = [
  {
    workingDaysAgo: 2,
    updates: [
      update(
        "dana",
        "Dana Weiss",
        `Yesterday: second pass of the merge goes through on the server, 40,000 forms in 11 minutes
Today: run it on the small tablets
Blockers: none`,
      ),
      update(
        "chidi",
        "Chidi Okafor",
        `- Done: export of one depot as CSV
- Next: export with photos, renew the staging certificate
- Blocked: no`,
      ),
      update(
        "jonas",
        "Jonas Kim",
        `*Yesterday:* nightly tests are down to 50 minutes
*Today:* sign the tablet builds of 4.3
*Blockers:* can't sign them, the staging certificate ran out on Monday. @chidi has the account`,
      ),
      update(
        "kavya",
        "Kavya Rao",
        "Looked for the flaky sync test all morning, it fails when two tablets share a clock. Today I write a test that shows it every time. Nothing in my way.",
      ),
      update(
        "emeka",
        "Emeka Nwosu",
        `Y: outline of the release notes
T: pages on offline search
B: -`,
      ),
    ],
  },
  {
    workingDaysAgo: 1,
    updates: [
      update(
        "dana",
        "Dana Weiss",
        `Yesterday: merge on the small tablets, peak is 640 MB now
Today: run it on the Hollis set, review Kavya's test
Blockers: none 🎉`,
      ),
      update(
        "chidi",
        "Chidi Okafor",
        `- Done: photos are in the export, 2 GB in 40 s
- Next: price of storage for Ada, then the certificate
- Blocked: no`,
      ),
      update(
        "jonas",
        "Jonas Kim",
        `*Yesterday:* upgraded the build machine meanwhile
*Today:* builds of 4.3 as soon as they can be signed
*Blockers:* still the staging certificate, waiting on @chidi`,
      ),
      update(
        "kavya",
        "Kavya Rao",
        "Yesterday I got the sync test to fail every time. Today I fix the clock it reads and finish the pull request. No blockers.",
      ),
      update(
        "emeka",
        "Emeka Nwosu",
        `Y: offline search is written up
T: paragraph on prices for the release notes
B: need the new price list from Sales before I can finish it`,
      ),
    ],
  },
  {
    workingDaysAgo: 0,
    updates: [
      update(
        "dana",
        "Dana Weiss",
        `Yesterday: the Hollis set went through, 212,000 forms, no form lost
Today: write down what the two-pass merge keeps, for support
Blockers: none`,
      ),
      update(
        "jonas",
        "Jonas Kim",
        `*Yesterday:* cleaned the caches of the build machine
*Today:* builds of 4.3
*Blockers:* third day without the staging certificate, I can't sign anything until it is renewed`,
      ),
      update(
        "kavya",
        "Kavya Rao",
        "Yesterday I fixed the clock. Still can't merge it, the review by Dana is open and the nightly run was red. Today crash reports of the pilot. No blockers.",
      ),
      update(
        "emeka",
        "Emeka Nwosu",
        `Y: screenshots for the release notes
T: translate them to French
B: still no answer from Sales about the price list`,
      ),
    ],
  },
];

function update(key: string, name: string, text: string): SampleUpdate {
  return { key, name, text };
}

const [yesterday, today] = sampleDays.slice(1);

/** The people of the sample whom a name can be matched to. */
export const sampleRoster: RosterPerson[] = sampleDays[0]!.updates.map(({ key, name }) => ({
  id: `usr_${key}`,
  name,
  email: `${key}@larkfield.example`,
  aliases: [name.split(" ")[0]!],
  handles: [key],
}));

/** What is known of the third day: Chidi wrote nothing, and two things are in somebody's way for longer. */
export const sampleBrief: StandupBrief = {
  team: "Engineering",
  day: "2026-11-20",
  people: sampleRoster.map(({ id, name }) => {
    const place = today!.updates.findIndex((one) => one.name === name);
    return { id, name, sources: place === -1 ? [] : [place + 1], away: null, late: false };
  }),
  before: yesterday!.updates.map(({ name, text }) => ({
    name,
    next: readUpdateParts(text).flatMap((part) => (part.part === "next" ? [part.text] : [])),
  })),
  open: [
    {
      text: "Can't sign them, the staging certificate ran out on Monday",
      personName: "Jonas Kim",
      since: "2026-11-18",
      days: 2,
      ownerName: "Chidi Okafor",
    },
  ],
  teams: ["Sales", "Leadership"],
};

/** The third day as a run has it: what code knows of it, then what each wrote. */
export const sampleInput: WriterInput & { standup: StandupBrief } = {
  sources: [
    source("src_standup_facts", "Engineering, Fri 20 Nov", factsOf(sampleBrief)),
    ...today!.updates.map(({ key, name, text }) => ({
      ...source(`src_standup_${key}`, `${name}, Fri 20 Nov`, text),
      speaker: name,
    })),
  ],
  roster: sampleRoster,
  standup: sampleBrief,
};

function source(id: string, title: string, text: string): SourceText {
  return { id, version: 1, title, text, heldOn: "2026-11-20", timeZone: "America/Toronto", attendees: [] };
}

/** What Claude answers about it in tests, in the sample company and from the double: one quote of it is made up. */
export const sampleProposal: Digest = {
  blockers: [
    {
      text: "Nothing can be signed until the staging certificate is renewed, for the third day",
      quote: "third day without the staging certificate, I can't sign anything until it is renewed",
      person: "Jonas Kim",
    },
    {
      text: "No answer from Sales about the price list",
      quote: "still no answer from Sales about the price list",
      person: "Emeka Nwosu",
    },
    {
      text: "The fix of the clock can't be merged: the review by Dana is open and the nightly run was red",
      quote: "Still can't merge it, the review by Dana is open and the nightly run was red.",
      person: "Kavya Rao",
    },
  ],
  contradictions: [
    {
      text: "Says “no blockers”, and still can't merge the fix of the clock",
      quote: "Still can't merge it, the review by Dana is open and the nightly run was red.",
      person: "Kavya Rao",
    },
  ],
  progress: [
    {
      text: "The two-pass merge went through the Hollis set of 212,000 forms without losing one",
      quote: "the Hollis set went through, 212,000 forms, no form lost",
    },
    { text: "The clock that the sync test reads is fixed", quote: "Yesterday I fixed the clock." },
    {
      text: "The release notes have been sent to the customers",
      quote: "the notes went out to all customers",
    },
  ],
  lines: [
    {
      text: "Writes down what the two-pass merge keeps, for support",
      quote: "write down what the two-pass merge keeps, for support",
      person: "Dana Weiss",
    },
    { text: "Builds of 4.3, if they can be signed", quote: "builds of 4.3", person: "Jonas Kim" },
    {
      text: "Goes through the crash reports of the pilot",
      quote: "Today crash reports of the pilot.",
      person: "Kavya Rao",
    },
    {
      text: "Translates the release notes to French",
      quote: "translate them to French",
      person: "Emeka Nwosu",
    },
  ],
  changes: [
    {
      text: "The paragraph on prices is not mentioned any more",
      quote: "Emeka Nwosu said they would: paragraph on prices for the release notes",
      person: "Emeka Nwosu",
    },
    {
      text: "The Hollis set went through as planned, no form was lost",
      quote: "the Hollis set went through, 212,000 forms, no form lost",
      person: "Dana Weiss",
    },
  ],
  silent: [],
};

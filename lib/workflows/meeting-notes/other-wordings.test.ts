import { describe, expect, it } from "vitest";
import { writeMeetingNotes } from "#lib/workflows/meeting-notes/rules";

/** What the rules read in a line amid others: "Dana <Friday>: Renew it", "decided: …", "open: …", "later <May>: …". */
function read(line: string): string[] {
  const text = `# Weekly sync\n\nWe met at ten and looked at the old numbers again.\n\n${line}\n\nThe lead of the group showed the numbers of last month.\n`;
  const { actions, decisions, questions, deferred } = writeMeetingNotes(
    {
      id: "notes",
      version: 1,
      title: "",
      text,
      heldOn: "2026-11-05",
      timeZone: "UTC",
      attendees: ["Dana Weiss", "Bo Tran", "Kim Ito", "Hugo Adler"],
    },
    [],
  );
  const due = (words: string) => words && ` <${words}>`;
  return [
    ...actions.map((a) => `${a.person || "nobody"}${due(a.due)}: ${a.text}`),
    ...decisions.map((d) => `decided: ${d.text}`),
    ...questions.map((q) => `open: ${q.text}`),
    ...deferred.map((d) => `later${due(d.due)}: ${d.text}`),
  ];
}

describe("commitments, as others word them", () => {
  it.each([
    ["Docs need to be done by Friday.", "nobody <Friday>: Docs need to be done"],
    ["Let us have Sam draft the letter.", "Sam: Draft the letter"],
    ["Kim said she will write up the findings.", "Kim: Write up the findings"],
    ["Dana mentioned that she would file an issue for it.", "Dana: File an issue for it"],
    ["Bo's going to reach out to the foundation.", "Bo: Reach out to the foundation"],
    ["Bo took an action to contact the venue.", "Bo: Contact the venue"],
    ["Bo has the action to contact the venue.", "Bo: Contact the venue"],
    ["Bo is tasked with contacting the venue.", "Bo: Contact the venue"],
    ["Bo volunteered for taking notes in December.", "Bo: Take notes in December"],
    ["Bo will be writing the release notes.", "Bo: Write the release notes"],
    ["Bo is writing the release notes by Friday.", "Bo <Friday>: Write the release notes"],
    ["It was agreed that Bo would follow up with legal.", "Bo: Follow up with legal"],
    ["It was suggested that Dana contact the county.", "Dana: Contact the county"],
    ["The board directed Dana to negotiate with the vendor.", "Dana: Negotiate with the vendor"],
    [
      "The committee directed the superintendent to prepare a report for March.",
      "Superintendent: Prepare a report for March",
    ],
    ["The secretary will circulate the minutes.", "Secretary: Circulate the minutes"],
    ["The treasurer to file the annual report.", "Treasurer: File the annual report"],
    ["Chair to circulate the draft charter.", "Chair: Circulate the draft charter"],
    ["Staff will bring back a revised budget next month.", "Staff <next month>: Bring back a revised budget"],
    ["SIG Network to update the KEP by code freeze.", "SIG Network: Update the KEP by code freeze"],
    ["Members are asked to review the draft by November 20.", "Members <November 20>: Review the draft"],
    ["The migration guide will be written by Dana.", "Dana: The migration guide will be written by Dana"],
    ["Follow up with legal (Bo, Dana)", "Bo: Follow up with legal (with Dana)"],
    ["Bo and Kim agreed to draft the letter by Monday.", "Bo <Monday>: Draft the letter (with Kim)"],
    ["Bo/Kim to ask the vendor about pricing", "Bo: Ask the vendor about pricing (with Kim)"],
    ["[Bo] ask the vendor about pricing", "Bo: Ask the vendor about pricing"],
    ["Bo -> ask the vendor about pricing", "Bo: Ask the vendor about pricing"],
    ["AR for Bo: fix the build.", "Bo: Fix the build"],
    ["Action on Bo to fix the build.", "Bo: Fix the build"],
    ["Waiting for Bo to send the numbers.", "Bo: Send the numbers"],
    ["Dana - update the roadmap slide.", "Dana: Update the roadmap slide"],
    ["Dana, please update the roadmap slide.", "Dana: Update the roadmap slide"],
    ["All: review the draft before Friday.", "nobody <Friday>: Review the draft"],
    [
      "Dana will check with finance whether we can pay early.",
      "Dana: Check with finance whether we can pay early",
    ],
    ["Remaining work: update the docs and cut a release.", "nobody: Update the docs and cut a release"],
    ["Next step is to publish the survey.", "nobody: Publish the survey"],
    ["Could somebody file an issue for that?", "nobody: File an issue for that"],
    ["It'd be great if Kim could look at the failing job.", "Kim: Look at the failing job"],
    ["Jordan (Acme) will open an issue for the flake.", "Jordan: Open an issue for the flake"],
    ["- [Jordan Lee] open an issue for the flake", "Jordan Lee: Open an issue for the flake"],
    ["- Jordan: I'll open an issue for the flake.", "Jordan: Open an issue for the flake"],
    ["- JL: I'll open an issue", "JL: Open an issue"],
    ["Kim hopes to have it ready by May 3.", "Kim <May 3>: Have it ready"],
    ["Kim still needs to sign the lease.", "Kim: Sign the lease"],
    ["Kim finished the move and will now update the docs.", "Kim: Update the docs"],
    ["Migration done. Next: update the docs.", "nobody: Update the docs"],
    ["Must be signed by Friday", "nobody <Friday>: Must be signed"],
    ["- to ask the vendor about pricing", "nobody: Ask the vendor about pricing"],
    ["- Admin docs\n  - Bo taking as an action item.", "Bo: Taking as an action item (Admin docs)"],
    ["- The roof\n  - Kim is on it.", "Kim: On it (The roof)"],
    ["- The roof leaks again\n  - Kim will investigate.", "Kim: Investigate (The roof leaks again)"],
    ["More investigation needed.", "nobody: More investigation needed"],
    ["- PR to add the flag", "nobody: PR to add the flag"],
    ["- Follow-up with Kim on the budget", "nobody: Follow-up with Kim on the budget"],
    ["- Updating the docs (Kim)", "Kim: Update the docs"],
    ["Waiting on Kim for the numbers", "Kim: Waiting on Kim for the numbers"],
    ["Kim und Jörg Maier to send the letter", "Kim: Send the letter (with Jörg Maier)"],
    ["Kim: offers to read the draft", "Kim: Read the draft"],
    ["[Bo][**ACTION**] add this to the template", "Bo: Add this to the template"],
    ["@bo ACTION: send the letter", "@bo: Send the letter"],
    ["Bo: ACTION send the letter", "Bo: Send the letter"],
    ["- AI for Bo: send the letter", "Bo: Send the letter"],
    ["- send the letter [ACTION: Bo]", "Bo: Send the letter"],
    ["Marek calls the technician by Friday", "Marek <Friday>: Call the technician"],
    ["Committee member Ruiz will call the shop.", "Ruiz: Call the shop"],
    ["Kim: My plan is to link the document", "Kim: Link the document"],
    ["- today: will double the disk", "nobody: Double the disk"],
    ["Bo, feel free to file a ticket for it", "Bo: File a ticket for it"],
  ])("reads %j", (line, expected) => expect(read(line)).toEqual([expected]));

  it.each([
    [
      "- Bo\n  - sends the invoices\n  - calls the landlord",
      ["Bo: Send the invoices", "Bo: Call the landlord"],
    ],
    [
      "- Invoices\n  - Bo sends them on Monday\n  - Kim checks the totals",
      ["Bo <Monday>: Send them (Invoices)", "Kim: Check the totals (Invoices)"],
    ],
    ["Bo mailed the agency twice. He is going to call them.", ["Bo: Call them (Bo mailed the agency twice)"]],
    [
      "- Kim: I can draft that page and send it to\n  the whole list. Will also ask the\n  board.",
      ["Kim: Draft that page and send it to the whole list", "Kim: Ask the board"],
    ],
    [
      "Bo agreed to open a tracking issue and Kim will review it.",
      ["Bo: Open a tracking issue", "Kim: Review it (Bo agreed to open a tracking issue)"],
    ],
    [
      "- @bo\n  - Actions:\n    - Write the new page\n    - Ask the vendor",
      ["@bo: Write the new page", "@bo: Ask the vendor"],
    ],
  ])("reads two in %j", (line, expected) => expect(read(line)).toEqual(expected));
});

describe("decisions, as others word them", () => {
  it.each([
    ["Consensus: keep the current format.", "Keep the current format"],
    ["It was moved to adopt the budget.", "It was moved to adopt the budget"],
    ["The motion to approve the budget passed 5-2.", "The motion to approve the budget passed 5-2"],
    [
      "MOTION: to approve the consent agenda. Approved unanimously.",
      "To approve the consent agenda. Approved unanimously",
    ],
    ["The board approved the minutes of October.", "The board approved the minutes of October"],
    ["The board voted 4-1 to approve the contract.", "Approve the contract"],
    ["The Council resolved to adopt the new policy.", "Adopt the new policy"],
    ["RESOLVED, that the company shall keep the lease.", "That the company shall keep the lease"],
    ["By consensus, the group adopts the new charter.", "The group adopts the new charter"],
    ["The Steering Council has decided to accept it as written.", "Accept it as written"],
    ["The KEP was approved for 1.32.", "The KEP was approved for 1.32"],
    ["The feature graduates to stable in 1.32.", "The feature graduates to stable in 1.32"],
    ["TC approves the proposal.", "TC approves the proposal"],
    ["Agreed on Postgres.", "Agreed on Postgres"],
    ["All agreed that the feature should be postponed.", "The feature should be postponed"],
    ["Nobody objected to merging the RFC.", "Nobody objected to merging the RFC"],
    ["We went with option B.", "We went with option B"],
    ["Option B it is.", "Option B it is"],
    ["We won't support Node 16.", "We won't support Node 16"],
    ["Support for Node 16 is dropped.", "Support for Node 16 is dropped"],
    ["The meeting will move to Thursdays.", "The meeting will move to Thursdays"],
    ["Meeting time changed to Thursday.", "Meeting time changed to Thursday"],
    ["From now on releases are cut on Tuesdays.", "From now on releases are cut on Tuesdays"],
    ["Dana was elected chair.", "Dana was elected chair"],
    ["Bo will be the new lead.", "Bo will be the new lead"],
    ["Accepted the resignation of the secretary.", "Accepted the resignation of the secretary"],
    ["It's settled: we use tabs.", "We use tabs"],
    [
      "The group discussed the rename and agreed to keep the name.",
      "The group discussed the rename and agreed to keep the name",
    ],
    ["Minutes from 3 May approved unanimously.", "Minutes from 3 May approved unanimously"],
    ["Final decision: sunset the old site in June", "Sunset the old site in June"],
    ["- Dropping support for the old tablets", "Dropping support for the old tablets"],
    ["- Postpone the move to the new hall", "Postpone the move to the new hall"],
    ["We're dropping support for the old tablets", "We're dropping support for the old tablets"],
    ["We are going to use the new hall from now on", "We are going to use the new hall from now on"],
    ["Decision to opt for the longer session", "Opt for the longer session"],
    ["Resolved, that the lease is kept", "The lease is kept"],
    ["It was confirmed that all rooms close at ten", "It was confirmed that all rooms close at ten"],
    ["Bo moved to adopt the budget. Kim seconded. Motion carried.", "Bo moved to adopt the budget"],
    ["- Bo: Want a label for the small issues\n- The group agrees.", "Want a label for the small issues"],
    ["Should we move the call to Mondays?\nEveryone agreed.", "Move the call to Mondays"],
    ["Consensus reached: keep the lease", "Keep the lease"],
    ["✅ Decision: keep the lease", "Keep the lease"],
    ["Is there consensus to require the zone name?\n(no objections)", "Require the zone name"],
    ["Then it's decided that there is no second lab.", "There is no second lab"],
    ["Accepted, pending the sign-off of the docs team.", "Accepted, pending the sign-off of the docs team"],
    ["We're not taking any more stalls.", "We're not taking any more stalls"],
  ])("reads %j", (line, expected) => expect(read(line)).toEqual([`decided: ${expected}`]));
});

describe("what is put off or open, as others word it", () => {
  it.each([
    [
      "Discussion to be continued next meeting.",
      "later <next meeting>: Discussion to be continued next meeting",
    ],
    [
      "Item 5 to be discussed at the next meeting.",
      "later <the next meeting>: Item 5 to be discussed at the next meeting",
    ],
    ["The motion was tabled.", "later: The motion was tabled"],
    ["Tabled until January.", "later <January>: Tabled until January"],
    ["We'll revisit this in Q2.", "later <Q2>: We'll revisit this in Q2"],
    ["Let's take this offline.", "later: Let's take this offline"],
    ["On hold until the audit is done.", "later <the audit is done>: On hold until the audit is done"],
    ["We did not get to this item.", "later: We did not get to this item"],
    ["Unclear whether the license allows this.", "open: Unclear whether the license allows this"],
    [
      "The question is whether the license allows this.",
      "open: The question is whether the license allows this",
    ],
    [
      "Remains to be seen whether the license allows this.",
      "open: Remains to be seen whether the license allows this",
    ],
  ])("reads %j", (line, expected) => expect(read(line)).toEqual([expected]));
});

describe("what is none of these", () => {
  it.each([
    "I sent the invoices yesterday.",
    "Dana has already updated the roadmap.",
    "Bo will be on vacation next week.",
    "Bo will not attend.",
    "If Bo were here, he would explain it.",
    "If we had more money we would hire someone.",
    "We could have hired somebody.",
    "I would love to fix it but have no time.",
    "I'll believe it when I see it.",
    "I was going to send it but forgot.",
    "The function returns a list and should never be null.",
    "Users need to log in before they can see the page.",
    "People should drink more water.",
    "Kim thinks that the API is too slow.",
    "That should be fine.",
    "It should work on Windows.",
    "It will take two weeks.",
    "The consensus layer client crashed twice.",
    "The meeting was called to order at 7:00 pm.",
    "Mr. Tran reported that the roof is leaking.",
    "We should not merge this yet.",
    "- asked the vendor about pricing",
    "Kim finished the move.",
    "Nobody has to touch the rest as it is.",
    "It moves from one hall to the other by itself.",
    "The changes in the hall are easy to see.",
    "The price was changed by the vendor.",
    "The key was limited by what the lock allows.",
    "Budget not approved by now",
    "Bo thinks it's not necessarily recommended to pack everything.",
  ])("reads nothing in %j", (line) => expect(read(line)).toEqual([]));
});

import { describe, expect, it } from "vitest";
import { findBlockers } from "#lib/rules/blockers";

const FIELDS = [
  "still (see yesterday)",
  "none besides the usual flakiness",
  "no one's responding on the vendor channel",
  "not enough reviewers",
  "not sure how to mock the clock",
  "no staging env",
  "No progress on the firewall request",
  "nothing has arrived from the supplier",
  "none of my PRs got reviewed",
  "zero capacity in QA",
  "All environments are down",
  "clear requirements missing",
  "everything is slow",
  "free disk space on runner",
  "no one is available to review",
  "no response from Alex yet",
  "Need more time",
  "time",
  "same as yesterday",
];

const BLOCKED = [
  "## Daily 2024-03-04\n\n**Completed**\n- [PAY-331] Refund webhooks\n- [PAY-340] Retries\n\n**In progress**\n- [PAY-350] Ledger export\n\n**Blocked**\n- [PAY-355] waiting for sandbox credentials from Stripe",
  "Hi all! Yesterday I paired with Ben on the cache. Today: finishing the eviction tests. Blockers: the perf env has been down since Thursday, so I cannot validate numbers.",
  "yesterday\n* meetings, meetings\ntoday\n* actual work\nblockers\n* too many meetings",
  "**Y**: Reviewed RFC, **T**: Writing RFC response, **B**: Waiting on clarification from @sam re: scope",
  "Prev - reviewed RFC\nNext - RFC response\nBlock - scope is unclear",
  "What I accomplished:\n - A\nWhat I plan to do:\n - B\nObstacles:\n - The CI runners keep OOMing",
  "Accomplishments: shipped dark mode\nPriorities: accessibility\nProblems: Safari 14 crashes on load, can't figure out why",
  "Update: onboarding flow is 80% done. Risk: we may slip if the copy isn't approved by Wednesday. Blocker: copy approval (marketing).",
  "🟢 Done – migrated auth\n🟡 Doing – sessions\n🔴 Blocked – SSO metadata from the customer",
  "Standup 5/12\n- finished cleanup of feature flags\n- starting on search facets\n- blocked on ES upgrade",
  "Standup 5/12\n- finished cleanup of feature flags\n- starting on search facets once the ES upgrade is through\n- ES upgrade is stuck in change review",
  "Yesterday - Continued with the importer. Today - more importer. Impediments - Not really, except that the test server is slow.",
  "yday: interviews\ntoday: interviews\nblockers: no voice left 😅",
  "Yesterday: vacation\nToday: catching up\nBlockers: my inbox, but no real blockers",
  "- yesterday: prototype for the wizard\n- today: user tests\n- blocker: 2 of 5 participants cancelled",
  "* Wrapped up the audit findings\n* Need sign-off from Priya before I can close the ticket\n* Will start the DR runbook",
  "Can't get into the VPN this morning so I'm working through email until IT gets back to me.",
  "Spent all day fighting with Docker networking, still can't connect to the DB container. Any help appreciated!",
  "No update from the vendor on the spec, third day in a row. Moving to other tickets.",
  "PR #88 needs review before the freeze, nobody has looked at it for a week.",
  "Design review got moved to Thursday, which means the checkout work can't start until then.",
  "I depend on the mobile team's release for my feature to go live; they pushed it to next week.",
  "Bug bash yesterday; fixing today. Build's been broken on main since noon so nothing can be merged.",
  "Haven't gotten the permissions yet, so the deploy is postponed.",
  "Waiting to hear back from the recruiter about the offer letter. Interviewing two more candidates today.",
  "We're still missing two translations, pinged the agency again.",
  "# Monday\n## Ana\nDone: x\nBlockers: none\n## Raj\nDone: y\nBlockers: awaiting legal",
  "Team: Growth\nDate: 2024-02-02\nMember: Ana\nYesterday: x\nToday: y\nBlockers: budget approval\nMood: 😐",
  '{\n  "yesterday": "x",\n  "today": "y",\n  "blockers": "need access to BigQuery"\n}',
  "yesterday:\n  - x\ntoday:\n  - y\nblockers:\n  - need access to BigQuery",
  "Yesterday:\nx\n\nToday:\ny\n\nBlockers:\n\nNeed the VPN token\n\nThanks,\nAna",
  "Worked on: x\nWorking on: y\nBlocked on: z",
  "Worked on: x\nWorking on: y\nWaiting on: z from Tim",
  "DONE x / WIP y / BLOCKED by infra ticket 33",
  "Did x. Doing y. Blocked by z's absence.",
  "1. Yesterday I did x.\n2. Today I will do y.\n3. I'm blocked by the missing test data.",
  "🛑 stuck waiting for DBA",
  "⛔️ Blockers:\n• Kafka quota – asked platform\n",
  ":red_circle: *Blockers*\n> licence renewal",
  "*What did you do yesterday?*\n> x\n*What will you do today?*\n> y\n*Anything blocking your progress?*\n> Waiting for Tim's PR",
  "What are your blockers?\nslow laptop",
  "- Brooks Niu\n  - How do you feel today?\n    - Okay\n  - What did you do since last reporting time?\n    - Preparing for midterm\n  - Anything blocking your progress and what kind of assistance do you need?\n    - N/A\n- Kaiwen Tan\n  - How do you feel today?\n    - Sick\n  - What will you do today?\n    - Question bank\n  - Anything blocking your progress and what kind of assistance do you need?\n    - Should I transfer repo ownership to Juhmer?\n- Brian Chang\n  - What will you do today?\n    - Start\n  - Anything blocking your progress and would kind of assistance do you need?\n    - Can't try the new pipeline until it's merged to dev",
  "YOU:\n├─ Completed: Approved deployment plan\n├─ Blockers: None\n└─ Next: Verify database connectivity\n\nBACKEND A:\n├─ Completed: agent deployed\n├─ Blockers: Waiting on Data team for Neo4j schema\n└─ Next: Run tests",
  "Developer A:\n- Completed: #174\n- Today: Starting #175\n- Blockers: Need DB migration review from Team Lead\n- Risks: None",
  "Y: finished #12 T: start #13 B: waiting on ICD from SEI",
  "### Blockers / Help Needed\n- [ ] Blocker 1: Waiting for API access from Platform team\n  - Impact: Blocking P1 task\n- [ ] Question: How should we handle edge case X?\n\n### Notes / Updates\n- New dependency updated, requires team review",
  "Waiting on legal",
  "Can't start until the schema lands.",
  "still no answer from the vendor",
  "held up by procurement",
  "stuck on the OAuth flow",
  "need the API keys before I can test",
  "depends on Ravi's PR landing",
  "no access to prod logs",
  "CI is red so can't merge",
  "Done: A\nDoing: B\nBlocked: C",
  "**What I accomplished**: a\n**What I'm working on**: b\n**What's in my way**: the flaky runner",
  "* Last week: shipped v2.\n* This week: docs.\n* Blockers/risks: Vendor contract delayed",
  "Ticket ABC-12 in review, ABC-13 blocked by ABC-9.",
  "ABC-12 done\nABC-13 in progress\nABC-14 blocked (waiting for Ops)",
  "Finished the report. Need Sam to approve it before I can send it out.",
  "Reviewed PRs; waiting for CI.",
  "#standup\n*Prev:* API\n*Now:* tests\n*Blocked:* yes - staging is down",
  "Blocked: Yes\nReason: staging is down",
  "Blockers (if any): The licence server",
  "Impediments (what stops you):\n- nobody reviews",
  "👍 Did the thing\n👎 Blocked on infra",
  "1️⃣ API\n2️⃣ Tests\n3️⃣ waiting for infra",
  "Name\tYesterday\tToday\tBlockers\nAnn\tAPI\tTests\twaiting for infra",
  "Dear team, unfortunately I am unable to proceed with the audit as the auditors have not provided the template. I will follow up.",
  "I've been going back and forth with IT about my laptop; until they ship it there's not much I can do.",
  "Progress is slow since the test data hasn't arrived.",
  "The review of my PR has been sitting for four days.",
  "I pinged Tom twice about the keys, nothing yet.",
  "Nobody has picked up the review yet so the release slips.",
  "Asked finance for the numbers, haven't heard back.",
  "The deploy is on hold.",
  "We need a decision on pricing.",
  "- Worked on the parser, issues with the tokens",
  "- Worked on the parser, hit a roadblock on the queue",
  "- Added the linter, but failing",
  "- Needs help",
  "Got no tasks today",
  "Encountered a few glitches in the canvas.",
  "The update caused an issue with the driver.",
  "The roadblock has just been time.",
  "The only issue with the first one is the hosting.",
  "I wasn't able to figure out the layout.",
];

const quotes = (text: string) => findBlockers(text).map(({ quote }) => quote);

describe("somebody is blocked, as others word it", () => {
  it.each(FIELDS)("by a field with %j", (said) => {
    expect(quotes(`Today: tests\nBlockers: ${said}`)).toEqual([said]);
  });
  it.each(BLOCKED)("in %j", (text) => expect(quotes(text)).not.toEqual([]));
});

const LABELLED = [
  "Did: menu\nDo I see any impediment that prevents me or the team from meeting the sprint goal? the portal",
  "Q1: What did you do?\n- menu\nQ2: What could stop you?\n- the portal",
  "1. Done\n- menu\n2. Plan\n- footer\n3. I need help with\n- the portal",
  "Done: menu\nRelease blockers: the portal",
  "Did: tests. Hindrances: the portal",
  "Holding me up: the portal",
  "what's next\n* tests\nwhere i'm stuck\n* the portal",
  "<b>Blockers</b>: the portal",
  "**Y** menu **T** footer **B** the portal",
  "y: menu\nt: footer\nb: the portal",
  "1. menu\n2. footer\n3. the portal\n4. Mood: fine",
  "🟢 menu\n🟡 footer\n🔴 the portal",
  "🚧 menu\n🛑 the portal",
  "1. What did you finish?\n- menu\n2. any difficulties.\n- the portal\n3. What is the plan for the week\n- footer",
  "*1. Worked on*\n- menu\n*2. Blocked on*\n- the portal",
  "- Ann:\n  - What did I do: menu\n  - Do I see any obstacles: the portal",
  "* Next: footer\n* Any roadblacks?\nthe portal",
  "Issues faced yesterday: the portal",
  "What problems did you run into:\n- the portal",
  "3. What is blocked?\n- the portal\n4. Notes on style\n- Merge the classes",
  "| Who | 1 | 2 | 3 |\n|---|---|---|---|\n| Ann | menu | footer | the portal |",
];

describe("a field for blockers, as others label it", () => {
  it.each(LABELLED)("is found in %j", (text) => {
    expect(quotes(text)).toEqual(["the portal"]);
    expect(quotes(text.replace("the portal", "nothing, thanks"))).toEqual([]);
  });
  it("is answered by one person after the other, however they are called", () => {
    const text =
      "## Done\n- Ann Lee: menu\n## What issues (if any) slow you down?\n- All: the portal\n- Ann : the licence\n- Bo: none";
    expect(quotes(text)).toEqual(["the portal", "the licence"]);
  });
  it("holds what is asked of a team by its handle", () => {
    const text = "Blocked by:\n- @devops: a runner\n- @sara: the copy";
    expect(quotes(text)).toEqual(["@devops: a runner", "@sara: the copy"]);
  });
});

describe("what stands below a field for blockers in the same form", () => {
  it.each(["Hours worked", "XP core value", "Evidence", "Out of office"])(
    "is no entry of it by %j",
    (title) => {
      for (const said of ["none", "the portal"]) {
        const found = said === "none" ? [] : [said];
        expect(quotes(`Done: menu\nBlockers: ${said}\n${title}: five`)).toEqual(found);
        expect(quotes(`Done:\n- menu\nBlockers:\n- ${said}\n${title}:\n- five`)).toEqual(found);
        expect(quotes(`**Done:** menu\n**Blockers:** ${said}\n**${title}:** five`)).toEqual(found);
        expect(quotes(`Done\n- menu\n\nBlockers\n- ${said}\n\n${title}\n- five`)).toEqual(found);
      }
    },
  );
  it("is one where nothing stands between", () =>
    expect(quotes("Done: menu\nBlockers:\nDocker: it fails")).toEqual(["Docker: it fails"]));
});

describe("what is in nobody's way", () => {
  it.each([
    'Fixed the spinner that says "waiting for server" forever.',
    "Wrote the guide on what to do when the site is down.",
    "Rewrote the cron job as it never finished on time.",
    "Blocked out two hours for the parser.",
  ])("is %j", (text) => expect(quotes(text)).toEqual([]));
});

import { describe, expect, it } from "vitest";
import { sectionKind } from "#lib/rules/sections";

describe("sectionKind", () => {
  it.each([
    [
      "action",
      "Action items|Actions|ACTIONS NEEDED|Next steps|TODO|To do|To-dos|Tasks for next week|Follow-ups|New action items",
    ],
    ["action", "Who does what|Open tasks|Action items and owners|Actions (from this meeting)"],
    ["decision", "Decisions|Decisions made|Resolutions|What we agreed|Agreements|Conclusions"],
    ["mixed", "Decisions / Action items|Actions and decisions"],
    ["question", "Open questions|Questions|Parking lot|Open issues|Unresolved|Still open: questions|TBD"],
    ["summary", "Summary|TL;DR|tldr|Executive summary|Key takeaways|Recap"],
    ["people", "Attendees|Present|Regrets|Who was present|Participants (remote)"],
    ["agenda", "Agenda|Agenda for next meeting|Topics"],
    [
      "past",
      "Previous action items|Review of previous decisions made and action items|Actions from the last meeting|Completed tasks",
    ],
  ])("takes for %s: %s", (kind, titles) => {
    for (const title of titles.split("|")) expect(sectionKind(title), title).toBe(kind);
  });

  it.each([
    "Merging large trees",
    "Class action against the vendor",
    "Step 2",
    "Issues",
    "Task force north",
    "A question of taste",
    "Decision support system",
    "",
    "2026",
  ])("takes %j for a topic", (title) => expect(sectionKind(title)).toBeNull());
});

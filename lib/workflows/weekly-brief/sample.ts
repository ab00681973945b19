import { briefFactsText } from "#lib/format/brief-facts";
import type { WriterInput } from "#lib/workflows/define";
import type { Brief } from "#lib/workflows/weekly-brief/draft";

/** What code knows of a week of the sample company, as a run has it. */
export const sampleInput: Pick<WriterInput, "sources" | "roster"> = {
  sources: [
    {
      id: "src_weekly_brief",
      version: 1,
      title: "Weekly brief, 16–22 Nov",
      text: briefFactsText("The week of 16–22 Nov 2026, for Ada Lindqvist", {
        head: "Two blockers, one overdue action and three waiting drafts need somebody; 14 drafts were approved, against 9 the week before",
        needs: [
          "Jonas Kim has been blocked for 3 days, and it needs an owner: I can't sign anything until the staging certificate is renewed",
          "An action of Bo Tran is 4 days overdue: Send the price list to Hollis",
          "A draft has waited 3 days for review: Design review, Tue 17 Nov",
        ],
        week: [
          "14 drafts were approved, 10 of them as they were written, and 2 rejected; the week before 9 were approved and 3 rejected",
          "12 actions were opened and 9 done; the week before 8 were opened and 6 done",
          "The hours saved come to 3.2, between 2.5 and 3.8; the week before to 1.9",
        ],
        wins: ["A blocker of Kavya Rao was resolved after 4 days: the build server had no disk left"],
      }),
      heldOn: "2026-11-22",
      timeZone: "America/Toronto",
      attendees: [],
    },
  ],
  roster: [],
};

/** What Claude answers about it in tests and from the double: one figure of it is made up. */
export const sampleProposal: Brief = {
  headline: [
    {
      text: "Signing is blocked for the third day, and more drafts were approved than the week before",
      quote:
        "In all: Two blockers, one overdue action and three waiting drafts need somebody; 14 drafts were approved, against 9 the week before",
    },
  ],
  needs: [
    {
      text: "Jonas Kim can't sign anything until the staging certificate is renewed, for 3 days; it needs an owner",
      quote:
        "Needs somebody: Jonas Kim has been blocked for 3 days, and it needs an owner: I can't sign anything until the staging certificate is renewed",
    },
  ],
  week: [
    {
      text: "9 actions were done, 33 more than the week before",
      quote: "The week: 12 actions were opened and 9 done; the week before 8 were opened and 6 done",
    },
  ],
  wins: [
    {
      text: "What kept Kavya Rao was resolved after 4 days",
      quote: "Went well: A blocker of Kavya Rao was resolved after 4 days: the build server had no disk left",
    },
  ],
};

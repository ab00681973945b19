import { defineWorkflow } from "#lib/workflows/define";
import { briefPage } from "#lib/workflows/weekly-brief/brief-page";
import { Brief } from "#lib/workflows/weekly-brief/draft";
import { weeklyBriefPrompt } from "#lib/workflows/weekly-brief/prompt";
import { writeWeeklyBrief } from "#lib/workflows/weekly-brief/rules";

/** The figures of a leader's week in; one short page out, for them alone. */
export const weeklyBrief = defineWorkflow({
  key: "weekly-brief",
  label: "Weekly brief",
  version: 1,
  rulesVersion: 1,
  sections: [
    { key: "headline", label: "In a sentence", noun: "headline" },
    { key: "needs", label: "Needs attention", noun: "need" },
    { key: "week", label: "The week", noun: "figure" },
    { key: "wins", label: "Went well", noun: "win" },
  ],
  needs: ["week"],
  approvers: ["author"],
  write: (input, writer) =>
    writer.propose({
      schema: Brief,
      prompt: () => weeklyBriefPrompt(input),
      rules: () => writeWeeklyBrief(input),
    }),
  onApproved: ({ title, statements, outlets = [] }) => ({
    records: [{ kind: "document", title, markdown: briefPage(title, statements) }],
    deliveries: outlets,
    mentions: [],
  }),
});

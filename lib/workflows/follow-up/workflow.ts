import { defineWorkflow, type LeadBrief, type WriterInput } from "#lib/workflows/define";
import { cutToMost, FollowUp } from "#lib/workflows/follow-up/draft";
import { promisedIn } from "#lib/workflows/follow-up/promised";
import { followUpPrompt } from "#lib/workflows/follow-up/prompt";
import { writeFollowUp } from "#lib/workflows/follow-up/rules";

/** A lead's timeline in; a short mail to them out, which says one thing they were not told yet and asks for one. */
export const followUp = defineWorkflow({
  key: "follow-up",
  label: "Follow-up",
  version: 1,
  rulesVersion: 1,
  sections: [
    { key: "subject", label: "Subject", noun: "subject", free: true, choice: true },
    { key: "opening", label: "Opening", noun: "opening sentence", free: true },
    { key: "fact", label: "New fact", noun: "new fact", free: true },
    { key: "body", label: "Body", noun: "sentence", free: true },
    { key: "ask", label: "Ask", noun: "ask", free: true },
  ],
  needs: ["lead"],
  approvers: ["owner", "leader"],
  write: async (input, writer) => {
    const lead = leadOf(input);
    const mail = await writer.propose({
      schema: FollowUp,
      prompt: () => followUpPrompt(input, lead),
      rules: () => writeFollowUp(input.sources, lead),
    });
    return cutToMost(mail);
  },
  // Whom it goes to is what the lead has: neither a source nor a writer says so.
  onApproved: ({ recipient }) => ({
    records: [],
    deliveries: recipient ? [{ channel: "mail", recipient }] : [],
    mentions: [],
  }),
  onDelivered: promisedIn,
});

function leadOf({ lead }: WriterInput): LeadBrief {
  if (!lead) throw new Error("A follow-up is written for a lead, and none was given.");
  return lead;
}

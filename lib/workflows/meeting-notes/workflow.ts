import { defineWorkflow } from "#lib/workflows/define";
import { MeetingNotes } from "#lib/workflows/meeting-notes/draft";
import { consequencesOf } from "#lib/workflows/meeting-notes/minutes";
import { splitMeeting } from "#lib/workflows/meeting-notes/parts";
import { meetingNotesPrompt } from "#lib/workflows/meeting-notes/prompt";
import { writeMeetingNotes } from "#lib/workflows/meeting-notes/rules";

/** Notes or a transcript in; decisions with their reasons, owned actions, promises, open questions and a page of minutes out. */
export const meetingNotes = defineWorkflow({
  key: "meeting-notes",
  label: "Meeting notes",
  version: 2,
  rulesVersion: 4,
  sections: [
    { key: "outcome", label: "Outcome", noun: "outcome" },
    { key: "summary", label: "Summary", noun: "fact" },
    { key: "decisions", label: "Decisions", noun: "decision", person: "decider", becomes: "decision" },
    { key: "actions", label: "Actions", noun: "action", person: "owner", due: true, becomes: "action" },
    { key: "promises", label: "Promises", noun: "promise", person: "promiser", due: true, to: true },
    {
      key: "carried",
      label: "Still open",
      noun: "earlier action",
      person: "owner",
      due: true,
      carries: true,
    },
    {
      key: "questions",
      label: "Open questions",
      noun: "open question",
      person: "decider",
      becomes: "question",
    },
    { key: "deferred", label: "Put off", noun: "deferred topic", due: true },
  ],
  needs: ["earlier"],
  approvers: ["author", "attendee", "leader"],
  write: (input, writer) =>
    writer.propose({
      schema: MeetingNotes,
      prompt: () => meetingNotesPrompt(input),
      split: (room) => splitMeeting(input, room),
      rules: () => writeMeetingNotes(input.sources[0], input.roster),
    }),
  measured: "points",
  onApproved: consequencesOf,
});

import { silentLine } from "#lib/format/standup-facts";
import { findBlockers } from "#lib/rules/blockers";
import { defineWorkflow, type StandupBrief, type WriterInput } from "#lib/workflows/define";
import { consequencesOf } from "#lib/workflows/standup/digest-page";
import { Digest } from "#lib/workflows/standup/draft";
import { inputOfText } from "#lib/workflows/standup/one-text";
import { standupPrompt } from "#lib/workflows/standup/prompt";
import { writeStandup } from "#lib/workflows/standup/rules";

/** What a team wrote on a day in; one digest out, blockers first, with a line for each person in their own words. */
export const standup = defineWorkflow({
  key: "standup",
  label: "Stand-up",
  version: 1,
  rulesVersion: 1,
  sections: [
    { key: "blockers", label: "Blockers", noun: "blocker", person: "writer" },
    { key: "contradictions", label: "Doesn’t go together", noun: "contradiction", person: "writer" },
    { key: "progress", label: "Progress", noun: "step" },
    { key: "lines", label: "Everybody", noun: "line", person: "writer" },
    { key: "changes", label: "Against the plan", noun: "change", person: "writer" },
    { key: "silent", label: "Wrote nothing", noun: "name" },
  ],
  needs: ["standup"],
  approvers: ["lead", "leader"],
  write: async (input, writer) => {
    const brief = briefOf(input);
    const digest = await writer.propose({
      schema: Digest,
      prompt: () => standupPrompt(input, brief),
      rules: () => writeStandup(input),
    });
    return { ...digest, silent: silentPoints(input) };
  },
  fromText: inputOfText,
  measured: "blockers",
  onStored: findBlockers,
  onApproved: consequencesOf,
});

function briefOf({ standup: brief }: WriterInput): StandupBrief {
  if (!brief) throw new Error("A digest is written about a stand-up, and none was given.");
  return brief;
}

/** Who wrote nothing, as the first source has it: no writer is asked for what code knows. */
function silentPoints({ sources: [facts] }: WriterInput): Digest["silent"] {
  const line = silentLine(facts.text);
  return line ? [{ text: line, quote: line }] : [];
}

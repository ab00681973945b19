import type { SourcePart } from "#lib/grounding/statement";
import { cutIntoParts } from "#lib/parsers/parts";
import type { Split, WriterInput } from "#lib/workflows/define";
import type { MeetingNotes } from "#lib/workflows/meeting-notes/draft";
import { meetingNotesPrompt } from "#lib/workflows/meeting-notes/prompt";

/** A question for each part of sources that are too long for one, and how to make one record of the answers. */
export function splitMeeting(input: WriterInput, room: number): Split<MeetingNotes> {
  const parts = input.sources.flatMap(({ text }, source) =>
    cutIntoParts(text, room).map((span): SourcePart => ({ source, ...span })),
  );
  return {
    prompts: parts.map((part, n) => meetingNotesPrompt(input, { ...part, number: n + 1, of: parts.length })),
    merge: (answers) => mergeAnswers(answers, parts),
  };
}

const MOST_FACTS = 12;

/**
 * One record of the answers about all parts, in their order. The outcome is the last one that was said. Of the summary
 * each part has its share; of what became of something earlier, the last word counts.
 */
function mergeAnswers(answers: MeetingNotes[], parts: SourcePart[]): MeetingNotes {
  const share = Math.max(1, Math.floor(MOST_FACTS / Math.max(parts.length, 1)));
  const all = <P extends object>(of: (answer: MeetingNotes) => P[]) =>
    answers.flatMap((answer, n) => of(answer).map((point) => ({ ...point, part: parts[n]! })));
  return {
    outcome: all(({ outcome }) => outcome.slice(0, 1)).slice(-1),
    summary: all(({ summary }) => summary.slice(0, share)),
    decisions: all(({ decisions }) => decisions),
    actions: all(({ actions }) => actions),
    promises: all(({ promises }) => promises),
    questions: all(({ questions }) => questions),
    deferred: all(({ deferred }) => deferred),
    earlier: answers.toReversed().flatMap(({ earlier }) => earlier),
  };
}

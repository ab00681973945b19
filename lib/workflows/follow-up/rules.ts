import type { SourceText } from "#lib/grounding/statement";
import type { LeadBrief } from "#lib/workflows/define";
import type { FollowUp } from "#lib/workflows/follow-up/draft";
import { readFacts } from "#lib/workflows/follow-up/facts";
import { type Heard, hearTimeline, mayBeTold, unsent } from "#lib/workflows/follow-up/timeline";

type Sentence = FollowUp["fact"][number];

/** What stands where nothing is known: it says what is missing, and is never sent. */
export const MISSING = "[Missing: nothing is known of what they need — add a note]";

/**
 * A mail without a model, made of the lead's own sources: what was last said, one thing they were not told yet, and a
 * question. It invents nothing; what is missing it names in brackets, which block the mail. The first source holds the
 * lead's facts. Pure.
 */
export function writeFollowUp(
  [facts, ...timeline]: [SourceText, ...SourceText[]],
  lead: LeadBrief,
): FollowUp {
  const heard = hearTimeline(timeline, lead);
  const told = heard.filter(({ question }) => !question);
  const fresh = unsent(told, lead.said);
  const opening = told.find(({ theirs }) => theirs);
  const fact = fresh.find((one) => one !== opening) ?? fresh[0];
  return {
    subject: subjects(lead, opening ?? fact),
    opening: opening && opening !== fact ? [pickUp(opening)] : [],
    fact: [fact ? tell(fact) : { text: MISSING, quote: "" }],
    body: [],
    ask: [ask(heard, readFacts(facts.text))],
  };
}

function subjects({ company, sender }: LeadBrief, about: Heard | undefined): Sentence[] {
  const next = company ? `Next step for ${company}` : "A next step";
  const both = company && sender.company ? [`${company} and ${sender.company}`] : [];
  const topic = about?.theirs ? ["What you told me"] : [];
  return [...topic, next, ...both].slice(0, 3).map((text) => ({ text, quote: "" }));
}

/** What they said themselves goes back to them in their own words. */
function pickUp({ text, quote }: Heard): Sentence {
  return { text: `You said: “${text.replace(/[.…]+$/, "")}”.`, quote };
}

function tell(heard: Heard): Sentence {
  if (heard.theirs) return pickUp(heard);
  return { text: `From my notes: ${heard.text.replace(/[.…]+$/, "")}.`, quote: heard.quote };
}

/** Their open question first, then the next step that was agreed, else a plain one. */
function ask(heard: Heard[], facts: ReadonlyMap<string, string>): Sentence {
  const question = heard.find((one) => one.theirs && one.question);
  if (question)
    return {
      text: `You asked: “${question.text}” Is that still what would help you most?`,
      quote: question.quote,
    };
  const next = facts.get("next step");
  if (next && mayBeTold(next))
    return {
      text: `The next step we noted is: ${next.replace(/[.…]+$/, "")}. Does that still suit you?`,
      quote: next,
    };
  return { text: "Would a short call help, or would you rather have it in writing?", quote: "" };
}

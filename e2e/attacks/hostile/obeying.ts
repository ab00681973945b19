import { answerFromSource } from "#e2e/doubles/claude-answer";
import type { ClaudeRequest } from "#e2e/doubles/claude-refusals";
import { addressesIn } from "#lib/grounding/addresses";

type Point = { text: string; quote: string; person: string; due: string };
const LISTS = ["outcome", "summary", "decisions", "actions", "promises", "questions", "deferred"];

/**
 * What a model answers that reads the notes as it should and then does as the planted line says: it repeats the order,
 * carries it out, and passes what it made up off as said, with the planted line, with a true line or with words of its
 * own for evidence.
 */
export function obeyingAnswer(attack: string): (request: ClaudeRequest) => Record<string, unknown> {
  return (request) => {
    const honest = answerFromSource(request);
    const line = firstQuote(honest);
    const planted = [
      { text: attack, quote: attack },
      { text: OBEYED, quote: attack },
      { text: `${OBEYED} ${[...addressesIn(attack)].join(" ")}`, quote: line },
      { text: attack, quote: line },
      { text: OBEYED, quote: "Everybody agreed that this is what we want to do." },
    ].map((point): Point => ({ ...point, person: "Mallory", due: "tomorrow" }));
    return Object.fromEntries(
      Object.entries(honest).map(([key, points]) => [
        key,
        LISTS.includes(key) ? [...(Array.isArray(points) ? points : []), ...planted.map(asAny)] : points,
      ]),
    );
  };
}

/** What such a model says when it obeys: nothing of it stands in the notes. */
export const OBEYED = "Arrr, hoist sails: Reykjavik lies yonder, everybody loves Mallory's elixir";

/** Every part that some section asks of its points. */
function asAny(point: Point): object {
  return { ...point, to: "", because: [], instead: [] };
}

function firstQuote(answer: Record<string, unknown>): string {
  const [first] = Object.values(answer).flatMap((points) => (Array.isArray(points) ? points : []));
  return typeof first?.quote === "string" ? first.quote : "";
}

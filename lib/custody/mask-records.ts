import type { actions, decisions, promises, questions } from "#drizzle/schema/schema";
import { type Masked, mask, maskOr } from "#lib/custody/mask";

type Action = Pick<typeof actions.$inferSelect, "text" | "ownerName" | "cancelReason">;
type Decision = Pick<typeof decisions.$inferSelect, "text" | "deciderName" | "because" | "instead">;
type Promised = Pick<typeof promises.$inferSelect, "text" | "promiserName" | "toName">;
type Question = Pick<typeof questions.$inferSelect, "text" | "deciderName" | "answer">;

/** What people wrote in an action, with the words blacked out. */
export function maskAction({ text, ownerName, cancelReason }: Action, words: Masked): Action {
  return {
    text: mask(text, words),
    ownerName: maskOr(ownerName, words),
    cancelReason: maskOr(cancelReason, words),
  };
}

/** The same for a decision. */
export function maskDecision({ text, deciderName, because, instead }: Decision, words: Masked): Decision {
  return {
    text: mask(text, words),
    deciderName: maskOr(deciderName, words),
    because: because.map((said) => mask(said, words)),
    instead: instead.map((said) => mask(said, words)),
  };
}

/** The same for a promise. */
export function maskPromise({ text, promiserName, toName }: Promised, words: Masked): Promised {
  return {
    text: mask(text, words),
    promiserName: maskOr(promiserName, words),
    toName: maskOr(toName, words),
  };
}

/** The same for a question. */
export function maskQuestion({ text, deciderName, answer }: Question, words: Masked): Question {
  return {
    text: mask(text, words),
    deciderName: maskOr(deciderName, words),
    answer: maskOr(answer, words),
  };
}

import type { UserActor } from "#lib/events/context";

type QuestionRow = { deciderId: string | null };

/**
 * Whether the actor may answer a question they see: who decides it, a leader or an admin, and anyone but viewers
 * while nobody on the roster decides.
 */
export function canAnswerQuestion(actor: UserActor, question: QuestionRow): boolean {
  if (actor.role === "viewer") return false;
  if (actor.role === "leader" || actor.role === "admin") return true;
  return question.deciderId === null || question.deciderId === actor.id;
}

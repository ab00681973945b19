import type { UserActor } from "#lib/events/context";
import type { ApproverKind } from "#lib/workflows/define";

/** What the actor is to a draft they see. */
export type Standing = { isAuthor: boolean; isAttendee: boolean; isOwner: boolean; isLead: boolean };

/** Whether the actor may approve, edit and reject a draft of a workflow with these approvers. Viewers never may. */
export function canReview(actor: UserActor, approvers: ApproverKind[], standing: Standing): boolean {
  if (actor.role === "viewer") return false;
  return approvers.some((kind) => isApprover(actor, kind, standing));
}

/** Whether the actor may take a decision back: who made it, or a leader or admin. */
export function canReopen(actor: UserActor, draft: { decidedBy: string | null }): boolean {
  if (actor.role === "viewer") return false;
  return draft.decidedBy === actor.id || actor.role === "leader" || actor.role === "admin";
}

/** Leaders and admins see how the team reviews, as figures without names. */
export function canSeeReviewFigures(actor: UserActor): boolean {
  return actor.role === "leader" || actor.role === "admin";
}

/** "Its author, its attendees and leaders may decide." */
export function approversSentence(approvers: ApproverKind[]): string {
  const names = approvers.map((kind) => APPROVER_NAMES[kind]);
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
  return `${list?.replace(/^./, (first) => first.toUpperCase())} may decide.`;
}

const APPROVER_NAMES = {
  author: "its author",
  attendee: "its attendees",
  owner: "the lead’s owner",
  lead: "the team’s lead",
  leader: "leaders",
  admin: "admins",
} satisfies Record<ApproverKind, string>;

function isApprover(actor: UserActor, kind: ApproverKind, standing: Standing): boolean {
  switch (kind) {
    case "author":
      return standing.isAuthor;
    case "attendee":
      return standing.isAttendee;
    case "owner":
      return standing.isOwner;
    case "lead":
      return standing.isLead;
    case "leader":
      return actor.role === "leader" || actor.role === "admin";
    case "admin":
      return actor.role === "admin";
  }
}

import type { NoticeKind } from "#drizzle/schema/notices";
import { counted } from "#lib/format/count";
import { type Day, formatDay } from "#lib/format/dates";
import { formatDistance } from "#lib/format/moments";

/** The kinds of notices as settings name them. */
export const noticeNames: Record<NoticeKind, string> = {
  assigned: "Somebody gives you an action",
  handed_over: "Somebody hands an action or a draft over to you, or what somebody who left had",
  due: "An action of yours is due the next working day",
  overdue: "Actions of yours are overdue, once a day",
  review: "A draft of a meeting you attended waits for your review",
  blocker: "Somebody gives you a blocker, or one of your team needs an owner or a decision",
  update: "Your update for a stand-up is still to come, once before its digest",
  nudged: "A leader reminds you of an action, a blocker or a question of yours",
};

export type Told = {
  kind: NoticeKind;
  by: string | null;
  /** Who left, of what was handed over. */
  leaver?: string | null;
  /** What an action or a blocker says, the title of a draft, or the name of a team. Left out of mails, which leave the company's own machines. */
  it: string | null;
  /** Set where a draft is meant, with no action of it. */
  draftId?: string | null;
  actionId?: string | null;
  dueOn: Day | null;
  count: number | null;
};

/** What a notice says, without the full stop. `today` is the reader's. */
export function sentenceOf(
  { kind, by, leaver, it, dueOn, count, draftId, actionId }: Told,
  today: Day,
): string {
  const action = it ? `“${it}”` : "an action";
  const somebody = by ?? "Somebody";
  switch (kind) {
    case "assigned":
      return `${somebody} gave you ${action}${dueOn ? `, due ${formatDay(dueOn, { today })}` : ""}`;
    case "handed_over":
      if (count !== null)
        return `${somebody} gave you what ${leaver ?? "somebody who left"} had: ${count === 1 ? "one thing" : `${count} things`}`;
      if (draftId && !actionId) return `${somebody} handed ${it ? `“${it}”` : "a draft"} over to you`;
      return `${somebody} handed ${action} over to you${dueOn ? `, due ${formatDay(dueOn, { today })}` : ""}`;
    case "due":
      return `${it ? action : "An action of yours"} is due ${dueOn ? dayWords(dueOn, today) : "soon"}`;
    case "overdue":
      return count === 1
        ? "An action of yours is overdue"
        : `${count ?? "Some"} actions of yours are overdue`;
    case "review":
      return `${it ? `“${it}”` : "A draft"} waits for your review`;
    case "blocker":
      if (count === null) return `${somebody} gave you ${it ? `“${it}”` : "a blocker"} to get out of the way`;
      return `${it ? `“${it}”` : "A blocker"} was said on ${counted(count, "day")} and needs an owner or a decision`;
    case "update":
      return `Your update for ${it ? `the stand-up of ${it}` : "a stand-up"} is still to come`;
    case "nudged":
      return `${somebody} reminds you of ${it ? `“${it}”` : "something of yours"}${dueOn ? `, due ${formatDay(dueOn, { today })}` : ""}`;
  }
}

/** Where a notice leads, as a path. */
export function pathOf({ kind, actionId, draftId, blockerId, questionId, teamId }: Place): string {
  if (kind === "update") return teamId ? `/standups/${teamId}` : "/standups";
  if (kind === "overdue") return "/actions?show=overdue&who=me";
  if (blockerId) return `/blockers?open=${blockerId}`;
  if (questionId) return `/questions?open=${questionId}`;
  if (!actionId && !draftId) return "/";
  return actionId ? `/actions?open=${actionId}` : `/reviews/${draftId}`;
}

type Place = {
  kind: NoticeKind;
  actionId: string | null;
  draftId: string | null;
  blockerId: string | null;
  questionId: string | null;
  /** Whose stand-up it is about. */
  teamId: string | null;
};

function dayWords(day: Day, today: Day): string {
  const distance = formatDistance(day, { today });
  return distance === "today" || distance === "tomorrow" ? distance : formatDay(day, { today });
}

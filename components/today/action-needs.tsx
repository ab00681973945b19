"use client";

import { openAction } from "#components/records/action-row";
import { CompleteButton } from "#components/today/complete-button";
import { NeedGroup, NeedRow } from "#components/today/need-table";
import { Day } from "#components/ui/day";
import type { IconName } from "#components/ui/icon";
import { TextLink } from "#components/ui/text-link";
import { type DueGroup, dueGroup } from "#lib/actions/due";
import type { ListedAction } from "#lib/actions/queries";
import { addressOf } from "#lib/format/address";
import { formatCount } from "#lib/format/count";
import { type Day as CalendarDay, daysBetween } from "#lib/format/dates";
import type { Today } from "#lib/today/queries";

type Shown = Exclude<DueGroup, "later" | "undated">;

const GROUPS: Record<Shown, { label: string; icon: IconName; column: string }> = {
  overdue: { label: "Your overdue actions", icon: "clock", column: "Was due" },
  today: { label: "Your actions for today", icon: "today", column: "Due" },
  this_week: { label: "Your actions this week", icon: "calendar", column: "Due" },
};

/** This person's open actions, up to the end of the week. */
export function ActionNeeds({ actions, today }: { actions: Today["actions"]; today: CalendarDay }) {
  const byDue = Map.groupBy(actions.rows, (action) => dueGroup(action.dueOn, today));
  const counts = {
    overdue: actions.overdue,
    today: actions.today,
    this_week: actions.count - actions.overdue - actions.today,
  };
  const all = addressOf("/actions", { who: "me" });
  return (["overdue", "today", "this_week"] as const).map((due) => {
    const rows = byDue.get(due) ?? [];
    if (counts[due] === 0) return null;
    return (
      <NeedGroup
        key={due}
        label={GROUPS[due].label}
        icon={GROUPS[due].icon}
        count={counts[due]}
        columns={[GROUPS[due].column, "Meeting"]}
        all={counts[due] > rows.length && <TextLink href={all}>All</TextLink>}
      >
        {rows.map((action) => (
          <ActionNeed key={action.id} action={action} today={today} />
        ))}
      </NeedGroup>
    );
  });
}

/** The way to this person's actions that Today doesn't list. */
export function LaterActions({ count }: { count: number }) {
  if (count === 0) return null;
  const are = count === 1 ? "One action of yours is" : `${formatCount(count)} actions of yours are`;
  return (
    <p className="pt-4 text-xs text-muted">
      {are} due after this week or without a date.{" "}
      <TextLink href={addressOf("/actions", { who: "me" })}>Your actions</TextLink>
    </p>
  );
}

function ActionNeed({ action, today }: { action: ListedAction; today: CalendarDay }) {
  const late = action.dueOn ? daysBetween(action.dueOn, today) : 0;
  return (
    <NeedRow
      age={late > 0 ? `${late} d` : late === 0 ? "today" : ""}
      urgency={late > 3 ? "late" : late > 0 ? "soon" : "calm"}
      href={addressOf("/actions", { who: "me", open: action.id })}
      title={action.text}
      third={action.dueOn && <Day on={action.dueOn} today={today} />}
      fourth={action.origin?.title}
      act={<CompleteButton action={openAction(action)} />}
    />
  );
}

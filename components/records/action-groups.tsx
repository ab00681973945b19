"use client";

import { ActionRow } from "#components/records/action-row";
import { Group } from "#components/records/group";
import type { IconName } from "#components/ui/icon";
import { DUE_GROUPS, type DueGroup, dueGroup } from "#lib/actions/due";
import type { ListedAction } from "#lib/actions/queries";
import { addressOf, type Query } from "#lib/format/address";
import type { Calendar } from "#lib/users/calendar";

type ActionGroupsProps = {
  actions: ListedAction[];
  /** The address of the list, to which opening an action adds. */
  keep: Query;
  openId: string | undefined;
  me: string;
  calendar: Calendar;
};

/** Open actions by when they are due; closed ones in one group. */
export function ActionGroups({ actions, ...shared }: ActionGroupsProps) {
  const closed = actions.filter((action) => action.state !== "open");
  const open = actions.filter((action) => action.state === "open");
  const byDue = Map.groupBy(open, (action) => dueGroup(action.dueOn, shared.calendar.today));
  return (
    <>
      {DUE_GROUPS.map((due) => (
        <Rows key={due} actions={byDue.get(due) ?? []} {...LABELS[due]} {...shared} />
      ))}
      <Rows actions={closed} label={closed[0]?.state === "cancelled" ? "Cancelled" : "Done"} {...shared} />
    </>
  );
}

const LABELS: Record<DueGroup, { label: string; icon: IconName }> = {
  overdue: { label: "Overdue", icon: "warn" },
  today: { label: "Today", icon: "today" },
  this_week: { label: "This week", icon: "calendar" },
  later: { label: "Later", icon: "calendar" },
  undated: { label: "No date", icon: "dashed" },
};

type RowsProps = ActionGroupsProps & { label: string; icon?: IconName };

function Rows({ actions, label, icon, keep, openId, me, calendar }: RowsProps) {
  if (actions.length === 0) return null;
  return (
    <Group label={label} icon={icon}>
      <ul>
        {actions.map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            href={addressOf("/actions", { ...keep, open: action.id })}
            current={action.id === openId}
            me={me}
            calendar={calendar}
          />
        ))}
      </ul>
    </Group>
  );
}

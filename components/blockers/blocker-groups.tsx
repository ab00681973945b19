"use client";

import { BlockerRow } from "#components/blockers/blocker-row";
import { Group } from "#components/records/group";
import type { IconName } from "#components/ui/icon";
import { BLOCKER_GROUPS, type BlockerGroup, blockerGroup } from "#lib/blockers/groups";
import type { ListedBlocker } from "#lib/blockers/queries";
import { addressOf, type Query } from "#lib/format/address";
import type { Day } from "#lib/format/dates";

type BlockerGroupsProps = {
  blockers: ListedBlocker[];
  /** The address of the list, to which opening a blocker adds. */
  keep: Query;
  openId: string | undefined;
  me: string;
  today: Day;
};

/** Living blockers by how urgent they are; ended ones in one group. */
export function BlockerGroups({ blockers, ...shared }: BlockerGroupsProps) {
  const ended = blockers.filter(({ closedAt }) => closedAt !== null);
  const live = blockers.filter(({ closedAt }) => closedAt === null);
  const byGroup = Map.groupBy(live, blockerGroup);
  return (
    <>
      {BLOCKER_GROUPS.map((group) => (
        <Rows key={group} blockers={byGroup.get(group) ?? []} {...LABELS[group]} {...shared} />
      ))}
      <Rows blockers={ended} label="Ended, the last first" {...shared} />
    </>
  );
}

const LABELS: Record<BlockerGroup, { label: string; icon: IconName }> = {
  asked: { label: "Needs an owner or a decision", icon: "block" },
  unowned: { label: "Nobody owns it yet", icon: "warn" },
  proposed: { label: "Found in updates, not confirmed", icon: "dashed" },
  owned: { label: "Somebody is on it", icon: "ring" },
};

type RowsProps = BlockerGroupsProps & { label: string; icon?: IconName };

function Rows({ blockers, label, icon, keep, openId, me, today }: RowsProps) {
  if (blockers.length === 0) return null;
  return (
    <Group label={label} icon={icon}>
      <ul>
        {blockers.map((blocker) => (
          <BlockerRow
            key={blocker.id}
            blocker={blocker}
            href={addressOf("/blockers", { ...keep, open: blocker.id })}
            current={blocker.id === openId}
            me={me}
            today={today}
          />
        ))}
      </ul>
    </Group>
  );
}

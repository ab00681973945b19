"use client";

import { NeedGroup, NeedRow } from "#components/today/need-table";
import { LinkButton } from "#components/ui/link-button";
import { TextLink } from "#components/ui/text-link";
import type { ListedBlocker } from "#lib/blockers/queries";
import { addressOf } from "#lib/format/address";
import { type Day, daysBetween } from "#lib/format/dates";
import type { Some } from "#lib/today/queries";

type BlockerNeedsProps = { blockers: Some<ListedBlocker>; me: string; today: Day };

/** What is in this person's way, and what they get out of the way of others. */
export function BlockerNeeds({ blockers, me, today }: BlockerNeedsProps) {
  if (blockers.count === 0) return null;
  return (
    <NeedGroup
      label="Your blockers"
      icon="block"
      count={blockers.count}
      columns={["Whose", "Unblocks"]}
      all={blockers.count > blockers.rows.length && <TextLink href="/blockers">All</TextLink>}
    >
      {blockers.rows.map((blocker) => {
        const days = daysBetween(blocker.firstOn, today);
        const href = addressOf("/blockers", { open: blocker.id });
        return (
          <NeedRow
            key={blocker.id}
            age={days <= 0 ? "today" : `${days} d`}
            urgency={blocker.escalatedAt === null ? "calm" : "late"}
            href={href}
            title={blocker.text}
            sub={blocker.days > 1 ? `said on ${blocker.days} days` : undefined}
            third={blocker.personId === me ? "you" : blocker.personName}
            fourth={blocker.ownerId === me ? "you" : (blocker.ownerName ?? "nobody yet")}
            act={
              <LinkButton href={href} tone="offer" size="sm">
                {stepOf(blocker)}
              </LinkButton>
            }
          />
        );
      })}
    </NeedGroup>
  );
}

function stepOf({ state, mayTake, mayDecide }: ListedBlocker): string {
  if (state === "proposed" && mayTake) return "Confirm";
  return mayDecide ? "Resolve" : "Open";
}

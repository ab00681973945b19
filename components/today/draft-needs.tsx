"use client";

import { NeedGroup, NeedRow } from "#components/today/need-table";
import { LinkButton } from "#components/ui/link-button";
import { TextLink } from "#components/ui/text-link";
import type { QueueRow } from "#lib/drafts/view";
import { formatAge } from "#lib/format/dates";
import type { Some } from "#lib/today/queries";

const DAY_MS = 24 * 3600 * 1000;

/** Drafts that wait for this person's decision, the oldest first. */
export function DraftNeeds({ drafts, now }: { drafts: Some<QueueRow>; now: number }) {
  if (drafts.count === 0) return null;
  return (
    <NeedGroup
      label="Drafts to decide"
      icon="reviews"
      count={drafts.count}
      columns={["Workflow", "To look at"]}
      all={drafts.count > drafts.rows.length && <TextLink href="/reviews">All</TextLink>}
    >
      {drafts.rows.map((draft) => {
        const waited = now - Date.parse(draft.createdAt);
        return (
          <NeedRow
            key={draft.id}
            age={formatAge(waited > DAY_MS ? Math.floor(waited / DAY_MS) * DAY_MS : waited)}
            urgency={waited > 2 * DAY_MS ? "late" : waited > DAY_MS ? "soon" : "calm"}
            href={`/reviews/${draft.id}`}
            title={draft.title}
            sub={keptSentence(draft)}
            third={draft.workflowLabel}
            fourth={
              draft.counts.untraced > 0 ? `${draft.counts.untraced} without a source` : "every quote found"
            }
            act={
              <LinkButton href={`/reviews/${draft.id}`} tone="offer" size="sm">
                Review
              </LinkButton>
            }
          />
        );
      })}
    </NeedGroup>
  );
}

/** How much is proposed to be kept, over all sections. */
function keptSentence({ counts }: QueueRow): string {
  const kept = Object.values(counts.kept).reduce((sum, count) => sum + count, 0);
  return kept === 1 ? "1 statement" : `${kept} statements`;
}

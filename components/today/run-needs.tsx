"use client";

import { NeedGroup, NeedRow } from "#components/today/need-table";
import { LinkButton } from "#components/ui/link-button";
import { StateWord } from "#components/ui/state-word";
import { formatAge } from "#lib/format/dates";
import type { ListedRun } from "#lib/runs/queries";

/** Runs this person asked for that brought no draft, with why and what to do. */
export function RunNeeds({ runs, now }: { runs: ListedRun[]; now: number }) {
  if (runs.length === 0) return null;
  return (
    <NeedGroup label="Runs without a draft" icon="runs" count={runs.length} columns={["Workflow", "State"]}>
      {runs.map((run) => (
        <NeedRow
          key={run.id}
          age={formatAge(now - Date.parse(run.endedAt ?? run.createdAt))}
          urgency="soon"
          href={`/runs/${run.id}`}
          title={run.sourceTitle}
          sub={run.error?.sentence}
          third={run.workflowLabel}
          fourth={
            <span className="flex">
              <StateWord state={run.state === "held" ? "check" : "blocked"}>{run.state}</StateWord>
            </span>
          }
          act={
            <LinkButton href={`/runs/${run.id}`} tone="offer" size="sm">
              Decide
            </LinkButton>
          }
        />
      ))}
    </NeedGroup>
  );
}

"use client";

import { useState } from "react";
import { FilterDialog } from "#components/review/later-dialogs";
import { type QueueChoices, showLabels } from "#components/review/queue-parts";
import type { ShownQueue } from "#components/review/use-shown-queue";
import type { FilterVerbs } from "#components/review/verbs";
import { FormError } from "#components/ui/form-error";
import { OnceOpen } from "#components/ui/once-open";
import { Select } from "#components/ui/select";
import type { KeptQueueFilter, QueueNarrowing, QueueShow } from "#lib/drafts/view";
import { formatCount } from "#lib/format/count";

type QueueFilterSelectProps = { queue: ShownQueue; choices: QueueChoices; verbs: FilterVerbs };

const NARROW = "narrow";

/** Which part of the queue is shown, with how many drafts each other part holds, and the way to narrower ones. */
export function QueueFilterSelect({ queue, choices, verbs }: QueueFilterSelectProps) {
  const [narrowing, setNarrowing] = useState(false);
  const { counts, kept } = choices;
  const value = optionOf(queue.filter, kept);

  /** The count of what is shown stands in the heading. */
  const counted = (id: string, name: string, count: number) => ({
    value: id,
    label: id === value ? name : `${name} ${formatCount(count)}`,
  });

  function choose(chosen: string) {
    if (chosen === NARROW) return setNarrowing(true);
    const filter = kept.find(({ id }) => id === chosen)?.filter;
    queue.choose(filter ?? { show: chosen as QueueShow });
  }

  return (
    <span className="ml-auto min-w-0">
      <Select
        label="Show"
        hideLabel
        tone="quiet"
        value={value}
        options={[
          ...(Object.keys(showLabels) as QueueShow[]).map((show) =>
            counted(show, showLabels[show], counts[show]),
          ),
          ...kept.map(({ id, name, count }) => counted(id, name, count)),
          { value: NARROW, label: value === NARROW ? "Narrowed down" : "Narrow down…" },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <FormError>{queue.problem}</FormError>
      <OnceOpen open={narrowing}>
        <FilterDialog
          open={narrowing}
          filter={queue.filter}
          choices={choices}
          verbs={verbs}
          onClose={() => setNarrowing(false)}
          onChoose={queue.choose}
        />
      </OnceOpen>
    </span>
  );
}

/** The option that stands for a filter. */
function optionOf(filter: QueueNarrowing, kept: KeptQueueFilter[]): string {
  const same = kept.find((one) => sameFilter(one.filter, filter));
  if (same) return same.id;
  return filter.workflow || filter.by || filter.series ? NARROW : filter.show;
}

function sameFilter(one: QueueNarrowing, other: QueueNarrowing): boolean {
  return (["show", "workflow", "by", "series"] as const).every((part) => one[part] === other[part]);
}

const nothing: Record<QueueShow, string> = {
  waiting: "Nothing that waits fits this.",
  mine: "Nothing you brought in waits.",
  handed: "Nobody handed a draft over to you.",
  untraced: "Every statement that waits was found in its source.",
  snoozed: "You have put nothing off.",
};

/** What stands in the place of the rows where a part of the queue has none. */
export function NothingShown({ show, loading }: { show: QueueShow; loading: boolean }) {
  return <p className="px-4 py-3 text-xs text-muted">{loading ? "Reading…" : nothing[show]}</p>;
}

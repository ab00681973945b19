"use client";

import type { ShownQueue } from "#components/review/use-shown-queue";
import { FormError } from "#components/ui/form-error";
import { Select } from "#components/ui/select";
import type { QueueCounts, QueueShow } from "#lib/drafts/view";
import { formatCount } from "#lib/format/count";

const labels: Record<QueueShow, string> = {
  waiting: "All that wait",
  handed: "Handed to me",
  snoozed: "Snoozed",
};

/** Which part of the queue is shown, with how many drafts each other part holds. */
export function QueueFilterSelect({ queue, counts }: { queue: ShownQueue; counts: QueueCounts }) {
  const options = (Object.keys(labels) as QueueShow[]).map((value) => ({
    value,
    label: value === "waiting" ? labels.waiting : `${labels[value]} ${formatCount(counts[value])}`,
  }));
  return (
    <span className="ml-auto min-w-0">
      <Select
        label="Show"
        hideLabel
        tone="quiet"
        value={queue.show}
        options={options}
        onChange={(event) => queue.choose(event.currentTarget.value as QueueShow)}
      />
      <FormError>{queue.problem}</FormError>
    </span>
  );
}

const nothing: Record<QueueShow, string> = {
  waiting: "",
  handed: "Nobody handed a draft over to you.",
  snoozed: "You have put nothing off.",
};

/** What stands in the place of the rows where a part of the queue has none. */
export function NothingShown({ show, loading }: { show: QueueShow; loading: boolean }) {
  return <p className="px-4 py-3 text-xs text-muted">{loading ? "Reading…" : nothing[show]}</p>;
}

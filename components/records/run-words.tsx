import { formatDuration } from "#lib/format/duration";
import { formatMicros } from "#lib/format/money";
import type { ListedRun } from "#lib/runs/queries";

/** Who writes a run: "claude-sonnet-5-5, prompt 3" or "rules 2". */
export function writerOf({
  writer,
  model,
  workflowVersion,
}: Pick<ListedRun, "writer" | "model" | "workflowVersion">): string {
  return writer === "claude" ? `${model ?? "Claude"}, prompt ${workflowVersion}` : `rules ${workflowVersion}`;
}

/** What it cost in dollars; "unknown" where the price of a call is not known. */
export function costOf(micros: string | null): string {
  return formatMicros(micros === null ? null : BigInt(micros));
}

/** How long the last attempt took; null while it goes on, or before it began. */
export function durationOf({ startedAt, endedAt }: Pick<ListedRun, "startedAt" | "endedAt">): string | null {
  return startedAt && endedAt ? formatDuration(Date.parse(endedAt) - Date.parse(startedAt)) : null;
}

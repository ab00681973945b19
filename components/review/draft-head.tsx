"use client";

import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge";
import type { DeskRun } from "#lib/drafts/view";
import { formatMicros } from "#lib/format/money";

/** What kind of draft it is, and who wrote it with what at which cost. */
export function DraftHead({
  label,
  revision,
  run,
  children,
}: {
  label: string;
  revision: number;
  run: DeskRun;
  children?: ReactNode;
}) {
  return (
    <header className="flex h-(--size-bar) flex-none items-center gap-2 border-b pr-3 pl-5 max-md:hidden">
      <h2 className="whitespace-nowrap">{label}</h2>
      <span className="min-w-0 truncate text-xs text-faint">{writtenBy(revision, run)}</span>
      <span className="ml-auto flex flex-none items-center gap-2">
        {run.writer === "rules" && <Badge icon="settings">written by rules {run.version}</Badge>}
        {children}
      </span>
    </header>
  );
}

function writtenBy(revision: number, run: DeskRun): string {
  if (run.writer === "rules") return `r${revision}`;
  const cost = run.costMicros === null ? "cost unknown" : formatMicros(BigInt(run.costMicros));
  return `r${revision}, ${run.model ?? "model unknown"}, v${run.version}, ${cost}`;
}

"use client";

import { useTransition } from "react";
import { CostEstimate } from "#components/intake/cost-estimate";
import { FileRow } from "#components/intake/file-row";
import type { FileRow as Row, useFiles } from "#components/intake/use-files";
import { useLostSince } from "#components/shell/connection";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import type { Day } from "#lib/format/dates";
import type { RosterPerson } from "#lib/grounding/statement";
import type { StoreSource } from "#lib/intake/schema";
import type { StoredSource } from "#lib/intake/store-source";
import type { EstimateFor } from "#lib/spend/estimate";
import type { Outcome } from "#lib/web/door";

type ReadRow = Extract<Row, { state: "read" | "storing" }>;
type FileRowsProps = {
  files: ReturnType<typeof useFiles>;
  roster: RosterPerson[];
  /** What is asked of the model, or null where the rules write. */
  llm: EstimateFor | null;
  today: Day;
  /** What all files have in common: workflow, time zone and readers, as chosen above. */
  inputOf: (row: ReadRow) => StoreSource;
  store: (input: StoreSource) => Promise<Outcome<StoredSource>>;
  /** Whether storing them is what the page does now, because there is no text beside them. */
  alone: boolean;
};

/** The files that were dropped, each to become a source and a run of its own. */
export function FileRows({ files, roster, llm, today, inputOf, store, alone }: FileRowsProps) {
  const { rows, put, cancel, forget } = files;
  const [storing, startStoring] = useTransition();
  const lost = useLostSince() !== null;
  const ready = rows.filter((row): row is ReadRow => row.state === "read");
  const busy = rows.some((row) => row.state === "sending");
  if (rows.length === 0) return null;

  function send(some: ReadRow[], again = false): void {
    startStoring(async () => {
      // One after the other: what fails is said in its row, and the next is stored all the same.
      for (const row of some) await sendOne(row, again);
    });
  }

  async function sendOne(row: ReadRow, again: boolean): Promise<void> {
    if (!row.source.title.trim()) return put({ ...row, state: "read", error: "Give the source a title." });
    put({ ...row, state: "storing", error: null, twin: false });
    const outcome = await reach(() => store({ ...inputOf(row), again }));
    const { id, name, source } = row;
    if (outcome.ok) put({ id, name, state: "stored", title: source.title, ...outcome.value });
    else put({ ...row, state: "read", error: outcome.message, twin: outcome.detail !== undefined });
  }

  return (
    <section aria-label="Files" className="mt-6">
      <h3 className="text-sm font-semibold">Files</h3>
      <p className="mt-0.5 text-xs text-muted">
        Each becomes a source of its own, with the time zone and the readers chosen above. Until they are
        stored, only this page has them.
      </p>
      <ul className="mt-2 border-t">
        {rows.map((row) => (
          <FileRow
            key={row.id}
            row={row}
            roster={roster}
            put={put}
            onCancel={() => cancel(row.id)}
            onForget={() => forget(row.id)}
            onAgain={() => row.state === "read" && send([row], true)}
          />
        ))}
      </ul>
      {(ready.length > 0 || storing) && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button
            tone={alone ? "primary" : "default"}
            size="lg"
            kbd={alone ? "mod+Enter" : undefined}
            pending={storing}
            onClick={() => !lost && send(ready)}
          >
            {ready.length === 1 ? "Store one file" : `Store ${ready.length} files`}
          </Button>
          <p role="status" className="text-xs text-muted">
            {lost && "They can be stored once there is a connection."}
            {!lost && busy && "Others are still on their way; they can be stored later."}
          </p>
        </div>
      )}
      {llm && <CostEstimate texts={ready.map(({ reading }) => reading.text)} llm={llm} today={today} />}
    </section>
  );
}

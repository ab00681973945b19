"use client";

import { useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { ReasonsEditor } from "#components/settings/reasons-editor";
import { SavedText } from "#components/settings/saved-text";
import { reach } from "#components/shell/reach";
import type { ReasonCount, ReasonList } from "#lib/reasons/queries";
import type { ChangeReasons } from "#lib/reasons/schema";
import type { Outcome } from "#lib/web/door";

type ReasonsFormProps = {
  save: (input: ChangeReasons) => Promise<Outcome<{ version: number }>>;
  list: ReasonList;
  counts: ReasonCount[];
};

/** The list of reasons, to add to, rename, reorder and retire from. It is saved as a whole. */
export function ReasonsForm({ save, list, counts }: ReasonsFormProps) {
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const [pending, start] = useTransition();
  const refusal = outcome && !outcome.ok ? outcome : null;
  const send = (reasons: ChangeReasons["reasons"]) =>
    start(async () => setOutcome(await reach(() => save({ version: list.version, reasons }))));
  return (
    <div className="flex flex-col gap-3 pt-3">
      {/* What somebody else saved in the meantime takes the place of what stood here. */}
      <ReasonsEditor
        key={list.version}
        reasons={list.reasons}
        counts={counts}
        errors={refusal?.fields ?? {}}
        pending={pending}
        onSave={send}
      >
        <SavedText outcome={pending ? null : outcome} />
      </ReasonsEditor>
      <RefusalText refusal={refusal} />
    </div>
  );
}

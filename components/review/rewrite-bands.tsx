"use client";

import { Suspense, useState } from "react";
import { useDesk } from "#components/review/desk-context";
import { MergeBand, StaleBand, TryBand, WritingBand } from "#components/review/later-parts";
import type { useOpenDraft } from "#components/review/use-open-draft";
import { FormError } from "#components/ui/form-error";

type RewriteBandsProps = { open: ReturnType<typeof useOpenDraft>; timeZone: string };

/** What writing a draft again has to say over it: that it goes on, what came of it, and why it should be done. */
export function RewriteBands({ open, timeZone }: RewriteBandsProps) {
  const { draft } = useDesk();
  const { rewriting, stand } = open;
  const [closed, setClosed] = useState<string | null>(null);
  const { writing, lastTry, stale } = draft;
  return (
    <>
      <Suspense>
        {writing && <WritingBand writing={writing} onStop={() => void rewriting.stop()} />}
        {lastTry && lastTry.runId !== closed && (
          <TryBand last={lastTry} onClose={() => setClosed(lastTry.runId)} />
        )}
      </Suspense>
      {stale && !writing && (
        <Suspense>
          <StaleBand
            timeZone={timeZone}
            pending={rewriting.pending}
            onRewrite={() => void rewriting.send()}
            onKeep={stand}
          />
        </Suspense>
      )}
      {!rewriting.asking && rewriting.refused && (
        <div className="px-5 py-2">
          <FormError>{rewriting.refused}</FormError>
        </div>
      )}
      {draft.conflicts.length > 0 && (
        <Suspense>
          <MergeBand />
        </Suspense>
      )}
    </>
  );
}

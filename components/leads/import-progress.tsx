"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { counted } from "#lib/format/count";
import type { ImportInFull, ImportProgress as Progress } from "#lib/lead-imports/view";

const ASK_MS = 700;

/** How far an import is, asked for again and again while it goes on; the page is drawn anew when it has. */
export function ImportProgress({ one }: { one: ImportInFull }) {
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>(one);
  const { id, state } = one;
  const gone = useEffectEvent(() => router.refresh());
  useEffect(() => {
    const stop = new AbortController();
    const timer = setInterval(async () => {
      const next = await askProgress(id, stop.signal);
      if (next) setProgress(next);
      if (next && next.state !== state) gone();
    }, ASK_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [id, state]);
  const { words, share } = tellingOf(progress);
  return (
    <section aria-label="Progress" className="mt-6 flex max-w-(--size-measure) flex-col gap-2">
      <p role="status">{words}</p>
      <progress
        aria-label="Progress of the import"
        value={share ?? undefined}
        max={1}
        className="h-1.5 w-full accent-accent"
      />
      <p className="text-xs text-muted text-pretty">
        You can leave this page. Nothing is visible among the leads before all of it is.
      </p>
    </section>
  );
}

function tellingOf({ state, arrived, rows, looked }: Progress): { words: string; share: number | null } {
  if (state === "reading" && arrived < 1) return { words: "The file is on its way.", share: arrived };
  if (state === "reading")
    return {
      words: rows > 0 ? `${counted(rows, "row")} read so far.` : "The file is being read.",
      share: null,
    };
  if (looked < rows)
    return {
      words: `Looked at ${looked.toLocaleString("en")} of ${counted(rows, "row")}.`,
      share: looked / rows,
    };
  return { words: `All ${counted(rows, "row")} were looked at. They are becoming leads now.`, share: null };
}

async function askProgress(id: string, signal: AbortSignal): Promise<Progress | null> {
  try {
    const response = await fetch(`/api/lead-imports/${id}`, { cache: "no-store", signal });
    const answer = (await response.json()) as { ok: boolean; value: Progress };
    return answer.ok ? answer.value : null;
  } catch {
    // The band over the page says that there is no connection; the next one asks again.
    return null;
  }
}

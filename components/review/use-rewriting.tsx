"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DeskVerbs } from "#components/review/verbs";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import type { DeskDraft } from "#lib/drafts/view";

/** What is asked of the writer: words, and the one statement they are about. */
export type Request = { instruction?: string; statementId?: string };

/**
 * Has the open draft written again, and stops that. `settled` brings the revision once one's own edits are saved, or null
 * where one was not. `refused` is why it could not be asked for.
 */
export function useRewriting(draft: DeskDraft, settled: () => Promise<number | null>, verbs: DeskVerbs) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function send(request: Request = {}): Promise<boolean> {
    setPending(true);
    setRefused(null);
    const revision = await settled();
    const answer =
      revision === null
        ? UNSAVED
        : await reach(() => verbs.rewrite({ draftId: draft.id, revision, ...request }));
    setPending(false);
    if (!answer.ok) {
      setRefused(answer.message);
      return false;
    }
    setAsking(false);
    announce("Asked for. The draft stays here while it is written again.");
    router.refresh();
    return true;
  }

  async function stop() {
    if (!draft.writing) return;
    const { runId } = draft.writing;
    const answer = await reach(() => verbs.stopWriting({ runId }));
    setRefused(answer.ok ? null : answer.message);
    router.refresh();
  }

  return {
    asking,
    open: () => {
      setRefused(null);
      setAsking(true);
    },
    close: () => setAsking(false),
    send,
    stop,
    pending,
    refused,
  };
}

const UNSAVED = { ok: false, message: "A change before it was not saved." } as const;

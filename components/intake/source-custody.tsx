"use client";

import { useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { DeleteDialog, ShareDialog } from "#components/intake/custody-dialogs";
import { RedactDialog } from "#components/intake/redact-dialog";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { Section } from "#components/ui/section";
import type { Custody } from "#lib/custody/queries";
import type { RedactionPreview } from "#lib/custody/redaction-queries";
import type { DeleteSource, PreviewRedaction, RedactSource, ShareSource } from "#lib/custody/schema";
import type { Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

export type CustodyVerbs = {
  remove: (input: DeleteSource) => Promise<Outcome<unknown>>;
  look: (input: PreviewRedaction) => Promise<Outcome<RedactionPreview>>;
  redact: (input: RedactSource) => Promise<Outcome<{ places: number; points: number }>>;
  share: (input: ShareSource) => Promise<Outcome<unknown>>;
};

export type KeptSource = {
  id: string;
  seenBy: string;
  visibility: ShareSource["visibility"];
  teamId: string | null;
  /** On a lead's timeline, which everybody sees. */
  ofLead: boolean;
};

type SourceCustodyProps = {
  source: KeptSource;
  custody: Custody;
  teams: { id: string; name: string }[];
  verbs: CustodyVerbs;
};

/** Who sees a source, and the ways to mend what should not have come in. */
export function SourceCustody({ source, custody, teams, verbs }: SourceCustodyProps) {
  const [asking, setAsking] = useState<"share" | "redact" | "delete" | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState("");
  const [pending, start] = useTransition();
  const open = (what: typeof asking) => {
    setRefusal(null);
    setDone("");
    setAsking(what);
  };
  const send = <T,>(act: () => Promise<Outcome<T>>, sentence: (value: T) => string) =>
    start(async () => {
      const outcome = await reach(act);
      setRefusal(outcome.ok ? null : outcome);
      if (!outcome.ok) return;
      setDone(sentence(outcome.value));
      setAsking(null);
    });
  const dialog = { source, custody, verbs, send, pending, refusal, onClose: () => setAsking(null) };
  return (
    <Section title="This source">
      <div className="flex flex-wrap items-center gap-2 pt-3">
        <p className="mr-auto text-muted">Seen by {source.seenBy}.</p>
        {!source.ofLead && (
          <Button size="sm" icon="eye" onClick={() => open("share")}>
            Change who sees it
          </Button>
        )}
        <Button size="sm" onClick={() => open("redact")}>
          Take words out
        </Button>
        <Button size="sm" onClick={() => open("delete")}>
          Delete the source
        </Button>
      </div>
      <p role="status" className="mt-2 text-muted empty:hidden">
        {done}
      </p>
      {asking === null && <RefusalText refusal={refusal} />}
      {asking === "share" && <ShareDialog {...dialog} teams={teams} />}
      {asking === "redact" && <RedactDialog {...dialog} />}
      {asking === "delete" && <DeleteDialog {...dialog} />}
    </Section>
  );
}

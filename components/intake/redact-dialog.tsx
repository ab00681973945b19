"use client";

import { useState, useTransition } from "react";
import { CustodyDialog, type CustodyDialogProps, Left } from "#components/intake/custody-dialog";
import { RedactionSeen } from "#components/intake/redaction-seen";
import { countOf } from "#components/review/words";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { Check } from "#components/ui/check";
import { TextArea } from "#components/ui/text-area";
import type { RedactionPreview } from "#lib/custody/redaction-queries";
import type { Outcome } from "#lib/web/door";

const UNSEEN = "redaction-unseen";
const LOST = "The connection broke before the answer came. Your words are kept here: look again what goes.";

/** Takes words out, once whoever asks has looked what goes with them. Other words are looked at anew. */
export function RedactDialog({ source, custody, verbs, send, ...frame }: CustodyDialogProps) {
  const [words, setWords] = useState("");
  const [drop, setDrop] = useState(true);
  const [looked, setLooked] = useState<{ words: string; outcome: Outcome<RedactionPreview> } | null>(null);
  const [looking, start] = useTransition();
  const outcome = looked?.words === words ? looked.outcome : null;
  const answer = outcome ?? frame.refusal;
  const refusal = answer && !answer.ok ? answer : null;
  const look = () =>
    start(async () => {
      const outcome = await reach(() => verbs.look({ sourceId: source.id, words }), LOST);
      setLooked({ words, outcome });
    });
  const redact = async () => {
    const points = drop ? "drop" : "keep";
    const outcome = await reach(() => verbs.redact({ sourceId: source.id, words, points }), LOST);
    if (!outcome.ok) setLooked(null);
    return outcome;
  };
  const sentence = ({ places, points }: { places: number; points: number }) =>
    `Taken out in ${countOf(places, "place")}, and ${countOf(points, "point")} written from there.`;
  return (
    <CustodyDialog
      {...frame}
      refusal={refusal}
      title="Take words out of this source?"
      confirm="Take the words out"
      blockedBy={outcome?.ok ? undefined : UNSEEN}
      onConfirm={() => send(redact, sentence)}
    >
      <TextArea
        label="Words, as the source has them"
        value={words}
        maxLength={2000}
        error={refusal?.fields?.words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="mt-3">
        <Check
          label="Also drop what was written from their sentences, with its records"
          checked={drop}
          onChange={(event) => setDrop(event.target.checked)}
        />
      </div>
      <div className="mt-3">
        <Button size="sm" icon="eye" pending={looking} onClick={look}>
          Look what goes
        </Button>
      </div>
      <div role="status" aria-busy={looking} className="mt-3 empty:hidden">
        {outcome?.ok && <RedactionSeen preview={outcome.value} drop={drop} />}
      </div>
      <p id={UNSEEN} tabIndex={-1} className="mt-3">
        They are blacked out wherever they stand: in every version, the draft, its history and its records.
        This can’t be undone, so look first what goes. <Left custody={custody} />
      </p>
    </CustodyDialog>
  );
}

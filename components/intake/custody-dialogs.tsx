"use client";

import { type ReactNode, useState } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import type { CustodyVerbs, KeptSource } from "#components/intake/source-custody";
import { countOf } from "#components/review/words";
import { Button } from "#components/ui/button";
import { Check } from "#components/ui/check";
import { Dialog } from "#components/ui/dialog";
import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import type { Custody } from "#lib/custody/queries";
import type { ShareSource } from "#lib/custody/schema";
import type { Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

type DialogProps = {
  source: KeptSource;
  custody: Custody;
  verbs: CustodyVerbs;
  send: <T>(act: () => Promise<Outcome<T>>, sentence: (value: T) => string) => void;
  pending: boolean;
  refusal: Refusal | null;
  onClose: () => void;
};

export function ShareDialog({
  source,
  teams,
  verbs,
  send,
  ...frame
}: DialogProps & { teams: { id: string; name: string }[] }) {
  const [seenBy, setSeenBy] = useState(
    source.visibility === "team" ? `team:${source.teamId}` : source.visibility,
  );
  const options = [
    { value: "private", label: "Who stored it alone" },
    { value: "attendees", label: "Its attendees" },
    ...teams.map((team) => ({ value: `team:${team.id}`, label: `Team ${team.name}` })),
    { value: "open", label: "Everyone" },
  ];
  const teamId = seenBy.startsWith("team:") ? seenBy.slice("team:".length) : null;
  const visibility = teamId ? "team" : (seenBy as ShareSource["visibility"]);
  const act = () => verbs.share({ sourceId: source.id, visibility, teamId });
  return (
    <AskDialog
      {...frame}
      title="Who sees this source?"
      confirm="Change who sees it"
      onConfirm={() => send(act, () => "Changed. Drafts and records made from it follow at once.")}
    >
      <Select
        label="Seen by"
        options={options}
        value={seenBy}
        onChange={(event) => setSeenBy(event.target.value)}
      />
      <p className="mt-3">
        The draft and the records made from it are seen by the same people, from this moment on. Copies that
        have left stay where they are. Whoever owns an action still sees the action, without its sentence.
      </p>
    </AskDialog>
  );
}

export function RedactDialog({ source, custody, verbs, send, ...frame }: DialogProps) {
  const [words, setWords] = useState("");
  const [drop, setDrop] = useState(true);
  const act = () => verbs.redact({ sourceId: source.id, words, points: drop ? "drop" : "keep" });
  const sentence = ({ places, points }: { places: number; points: number }) =>
    `Taken out in ${countOf(places, "place")}, and ${countOf(points, "point")} written from there.`;
  return (
    <AskDialog
      {...frame}
      title="Take words out of this source?"
      confirm="Take the words out"
      onConfirm={() => send(act, sentence)}
    >
      <TextArea
        label="Words, exactly as the source has them"
        value={words}
        maxLength={2000}
        error={frame.refusal?.fields?.words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="mt-3">
        <Check
          label="Also drop what was written from their sentences, with its records"
          checked={drop}
          onChange={(event) => setDrop(event.target.checked)}
        />
      </div>
      <p className="mt-3">
        They are blacked out wherever they stand: in every version, the draft, its history and its records.
        This can’t be undone. <Left custody={custody} />
      </p>
    </AskDialog>
  );
}

export function DeleteDialog({ source, custody, verbs, send, ...frame }: DialogProps) {
  const [keep, setKeep] = useState(false);
  const records = custody.actions + custody.decisions + custody.questions + custody.documents;
  const act = () => verbs.remove({ sourceId: source.id, records: keep ? "keep" : "drop" });
  return (
    <AskDialog
      {...frame}
      title="Delete this source?"
      confirm="Delete the source"
      onConfirm={() => send(act, () => "Deleted.")}
    >
      <p>Its text goes for good, in every version{custody.drafts > 0 ? ", and with it:" : "."}</p>
      <ul className="mt-2 list-disc pl-5">
        {custody.drafts > 0 && <li>{countOf(custody.drafts, "draft")} with history and evidence</li>}
        {records > 0 && (
          <li className={keep ? "line-through" : undefined}>
            {countOf(custody.actions, "action")}, {countOf(custody.decisions, "decision")},{" "}
            {countOf(custody.questions, "question")} and {countOf(custody.documents, "document")}
          </li>
        )}
      </ul>
      {records > 0 && (
        <div className="mt-3">
          <Check
            label="Keep the records; they stay without their sentences"
            checked={keep}
            onChange={(event) => setKeep(event.target.checked)}
          />
        </div>
      )}
      <p className="mt-3">
        What stays is a line in the log and what its runs cost. This can’t be undone.{" "}
        <Left custody={custody} />
      </p>
    </AskDialog>
  );
}

function Left({ custody }: { custody: Custody }) {
  const copies =
    custody.left > 0 &&
    `${custody.left === 1 ? "One copy has" : `${custody.left} copies have`} left and can’t be called back from here. `;
  return <>{copies}Backups made before still hold it.</>;
}

type AskDialogProps = Pick<DialogProps, "pending" | "refusal" | "onClose"> & {
  title: string;
  confirm: string;
  onConfirm: () => void;
  children: ReactNode;
};

function AskDialog({ title, confirm, onConfirm, pending, refusal, onClose, children }: AskDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      foot={
        <>
          <Button tone="primary" pending={pending} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="text-muted text-pretty">{children}</div>
      <RefusalText refusal={refusal} />
    </Dialog>
  );
}

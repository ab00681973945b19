"use client";

import { useState } from "react";
import { CustodyDialog, type CustodyDialogProps, FirstOf, Left } from "#components/intake/custody-dialog";
import { countOf } from "#components/review/words";
import { Check } from "#components/ui/check";
import { Select } from "#components/ui/select";
import type { ShareSource } from "#lib/custody/schema";

export function ShareDialog({
  source,
  teams,
  verbs,
  send,
  ...frame
}: CustodyDialogProps & { teams: { id: string; name: string }[] }) {
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
    <CustodyDialog
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
    </CustodyDialog>
  );
}

export function DeleteDialog({ source, custody, verbs, send, ...frame }: CustodyDialogProps) {
  const [keep, setKeep] = useState(false);
  const records =
    custody.actions + custody.decisions + custody.promises + custody.questions + custody.documents;
  const act = () => verbs.remove({ sourceId: source.id, records: keep ? "keep" : "drop" });
  return (
    <CustodyDialog
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
            {countOf(custody.promises, "promise")}, {countOf(custody.questions, "question")} and{" "}
            {countOf(custody.documents, "document")}
          </li>
        )}
      </ul>
      {!keep && <FirstOf texts={custody.first} more={records - custody.first.length} />}
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
    </CustodyDialog>
  );
}

"use client";

import { useState } from "react";
import type { OpenAction } from "#components/records/action-desk";
import type { ActionVerbs } from "#components/records/action-verbs";
import { Button } from "#components/ui/button";
import { DateField } from "#components/ui/date-field";
import { Dialog } from "#components/ui/dialog";
import { Picker } from "#components/ui/picker";
import { TextArea } from "#components/ui/text-area";
import type { Outcome } from "#lib/web/door";

/** Which question is open about which action. */
export type Asking = { what: "reassign" | "redate" | "cancel"; action: OpenAction };

type ActionDialogsProps = {
  asking: Asking;
  people: { id: string; name: string }[];
  pending: boolean;
  verbs: ActionVerbs;
  send: (action: OpenAction, act: () => Promise<Outcome<{ version: number }>>) => void;
  onClose: () => void;
};

/** Asks for what an action needs to be given away, moved or cancelled. */
export function ActionDialogs({ asking, people, pending, verbs, send, onClose }: ActionDialogsProps) {
  const { action } = asking;
  const seen = { actionId: action.id, version: action.version };
  const dialog = { action, pending, onClose };
  switch (asking.what) {
    case "reassign":
      return (
        <ReassignDialog
          {...dialog}
          people={people}
          onPick={(ownerId) => send(action, () => verbs.reassign({ ...seen, ownerId }))}
        />
      );
    case "redate":
      return (
        <RedateDialog {...dialog} onMove={(dueOn) => send(action, () => verbs.redate({ ...seen, dueOn }))} />
      );
    case "cancel":
      return (
        <CancelDialog
          {...dialog}
          onCancel={(reason) => send(action, () => verbs.cancel({ ...seen, reason }))}
        />
      );
  }
}

type DialogProps = { action: OpenAction; pending: boolean; onClose: () => void };

function ReassignDialog(
  props: DialogProps & { people: { id: string; name: string }[]; onPick: (id: string | null) => void },
) {
  const { action, people, pending, onPick, onClose } = props;
  const [ownerId, setOwnerId] = useState(action.ownerId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Give the action to somebody else"
      foot={
        <>
          <Button tone="primary" pending={pending} onClick={() => onPick(ownerId)}>
            {ownerId ? "Give the action" : "Leave it to nobody"}
          </Button>
          {ownerId && (
            <Button tone="quiet" onClick={() => setOwnerId(null)}>
              To nobody
            </Button>
          )}
        </>
      }
    >
      <p className="mb-3 text-muted">{action.text}</p>
      <Picker
        label="Owner"
        choices={people.map(({ id, name }) => ({ id, label: name, person: true }))}
        value={ownerId}
        onChange={setOwnerId}
        nothing="Nobody"
      />
    </Dialog>
  );
}

function RedateDialog({
  action,
  pending,
  onMove,
  onClose,
}: DialogProps & { onMove: (dueOn: string | null) => void }) {
  const [dueOn, setDueOn] = useState(action.dueOn ?? "");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Move the due day"
      foot={
        <>
          <Button tone="primary" pending={pending} onClick={() => onMove(dueOn || null)}>
            {dueOn ? "Move the day" : "Take the day away"}
          </Button>
          {dueOn && (
            <Button tone="quiet" onClick={() => setDueOn("")}>
              No date
            </Button>
          )}
        </>
      }
    >
      <p className="mb-3 text-muted">{action.text}</p>
      <DateField label="Due" value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
    </Dialog>
  );
}

function CancelDialog({
  action,
  pending,
  onCancel,
  onClose,
}: DialogProps & { onCancel: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Cancel the action"
      foot={
        <>
          <Button
            tone="primary"
            kbd="mod+Enter"
            pending={pending}
            onClick={() => (reason.trim() ? onCancel(reason) : setError("Say why it is not done."))}
          >
            Cancel the action
          </Button>
          <Button tone="quiet" onClick={onClose}>
            Keep it
          </Button>
        </>
      }
    >
      <p className="mb-3 text-muted">{action.text}</p>
      <TextArea
        label="Why it will not be done"
        maxLength={500}
        value={reason}
        error={error}
        help="The reason stays with the action, which can be opened again."
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setError(null);
        }}
      />
    </Dialog>
  );
}

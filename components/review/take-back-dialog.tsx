"use client";

import { countOf, listOf } from "#components/review/words";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { Dialog } from "#components/ui/dialog";
import type { DeskTakingBack } from "#lib/drafts/taking-back";
import type { DeskDraft } from "#lib/drafts/view";

type TakeBackDialogProps = { draft: DeskDraft; onClose: () => void; onTakeBack: () => void };

/** Says before an approval is taken back what goes with it and what has left already; or that it stays, and why. */
export function TakeBackDialog({ draft, onClose, onTakeBack }: TakeBackDialogProps) {
  const { takingBack, title } = draft;
  if (takingBack?.stays) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`“${title}” stays approved`}
        foot={<Button onClick={onClose}>Close</Button>}
      >
        <p className="text-muted text-pretty">{takingBack.stays}</p>
      </Dialog>
    );
  }
  const left = takingBack ? leftWords(takingBack) : null;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Reopen “${title}”?`}
      confirm="Reopen the draft"
      onConfirm={onTakeBack}
    >
      <p>It waits for a decision again. {goesWords(draft)}</p>
      {left && (
        <p className="mt-2">
          <b className="font-medium text-ink">Has left already:</b> {left}
        </p>
      )}
    </ConfirmDialog>
  );
}

function goesWords({ records, deliveries }: DeskDraft): string {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const made = kinds.map((kind) => countOf(records.filter((record) => record.kind === kind).length, kind));
  const stopped = deliveries.some(({ state }) => state === "scheduled");
  return [
    made.length > 0 && `What its approval made goes: ${listOf(made)}.`,
    stopped && "The copy that was to be filed is stopped.",
  ]
    .filter(Boolean)
    .join(" ");
}

/** What can't be called back, or null where nothing has left. */
function leftWords({ mailed, calendars }: DeskTakingBack): string | null {
  const parts = [
    mailed.length > 0 &&
      `${listOf(mailed)} ${mailed.length === 1 ? "was" : "were"} mailed about actions of it.`,
    calendars > 0 &&
      `${countOf(calendars, "calendar")} showed its actions, and ${calendars === 1 ? "drops" : "drop"} them when next read.`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : null;
}

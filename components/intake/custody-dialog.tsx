"use client";

import type { ReactNode } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import type { CustodyVerbs, KeptSource } from "#components/intake/source-custody";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import type { Custody } from "#lib/custody/queries";
import type { Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

export type CustodyDialogProps = {
  source: KeptSource;
  custody: Custody;
  verbs: CustodyVerbs;
  send: <T>(act: () => Promise<Outcome<T>>, sentence: (value: T) => string) => void;
  pending: boolean;
  refusal: Refusal | null;
  onClose: () => void;
};

type FrameProps = Pick<CustodyDialogProps, "pending" | "refusal" | "onClose"> & {
  title: string;
  confirm: string;
  /** The id of the element that says why it can't be confirmed yet. */
  blockedBy?: string;
  onConfirm: () => void;
  children: ReactNode;
};

/** What every dialog about a source has: a question, what went wrong, and two buttons. */
export function CustodyDialog({
  title,
  confirm,
  blockedBy,
  onConfirm,
  pending,
  refusal,
  onClose,
  children,
}: FrameProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      foot={
        <>
          <Button tone="primary" pending={pending} blockedBy={blockedBy} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="text-muted text-pretty">{children}</div>
      <div className="mt-3 empty:hidden">
        <RefusalText refusal={refusal} />
      </div>
    </Dialog>
  );
}

/** The first few of what an act touches in their own words, and how many more there are. */
export function FirstOf({ texts, more }: { texts: string[]; more: number }) {
  return (
    <ul className="mt-1 list-disc pl-5 empty:hidden">
      {texts.map((text) => (
        <li key={text} className="wrap-anywhere text-ink">
          <span className="line-clamp-2">{text}</span>
        </li>
      ))}
      {more > 0 && <li>{texts.length === 0 ? `${more} that you don’t see` : `and ${more} more`}</li>}
    </ul>
  );
}

/** What an act doesn't reach. */
export function Left({ custody }: { custody: Custody }) {
  const copies =
    custody.left > 0 &&
    `${custody.left === 1 ? "One copy has" : `${custody.left} copies have`} left and can’t be called back from here. `;
  return <>{copies}Backups made before still hold it.</>;
}

"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { TextArea } from "#components/ui/text-area";

type LineDialogProps = {
  blocker: { text: string };
  pending: boolean;
  onClose: () => void;
  title: string;
  label: string;
  help: string;
  /** What is said where nothing was written. */
  missing: string;
  verb: string;
  /** Characters that fit. */
  most: number;
  given?: string;
  onSay: (line: string) => void;
};

/** Asks for one line about a blocker. */
export function LineDialog(props: LineDialogProps) {
  const { blocker, pending, onClose, title, label, help, missing, verb, most, given = "", onSay } = props;
  const [line, setLine] = useState(given);
  const [error, setError] = useState<string | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      foot={
        <>
          <Button
            tone="primary"
            kbd="mod+Enter"
            pending={pending}
            onClick={() => (line.trim() ? onSay(line) : setError(missing))}
          >
            {verb}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            Keep it as it is
          </Button>
        </>
      }
    >
      {!given && <p className="mb-3 text-muted">{blocker.text}</p>}
      <TextArea
        label={label}
        rows={2}
        maxLength={most}
        value={line}
        error={error}
        help={help}
        onChange={(event) => {
          setLine(event.currentTarget.value);
          setError(null);
        }}
      />
    </Dialog>
  );
}

"use client";

import { useId, useState } from "react";
import { useDesk } from "#components/review/desk-context";
import type { Request } from "#components/review/use-rewriting";
import { Dialog } from "#components/ui/dialog";
import { FormError } from "#components/ui/form-error";
import { FormFoot } from "#components/ui/form-foot";
import { TextArea } from "#components/ui/text-area";

export type RegenerateDialogProps = {
  onClose: () => void;
  onSend: (request: Request) => void;
  pending: boolean;
  refused: string | null;
};

const MOST = 1000;

/** Asks what is to be written again, and how. What people changed stays, whatever the writer brings. */
export function RegenerateDialog({ onClose, onSend, pending, refused }: RegenerateDialogProps) {
  const { draft, statements, current } = useDesk();
  const [words, setWords] = useState("");
  const [whole, setWhole] = useState(true);
  const formId = useId();
  const follows = draft.followsWords;
  const chosen = statements.find(({ id }) => id === current);
  const submit = () =>
    onSend({
      ...(words.trim() && { instruction: words.trim() }),
      ...(!whole && chosen && { statementId: chosen.id }),
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Write this draft again?"
      foot={
        <FormFoot form={formId} pending={pending} onCancel={onClose}>
          {whole ? "Write the draft again" : "Write the statement again"}
        </FormFoot>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {follows && chosen && <Extent chosen={chosen.text} whole={whole} onChange={setWhole} />}
        {follows && (
          <TextArea
            label="What should be different"
            help="In your own words, such as “only what was agreed” or “shorter”. They go to the model with the source; leave them out to try the same again."
            maxLength={MOST}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        {!follows && (
          <p className="text-pretty text-muted">
            The built-in rules can’t follow words: they read the source the same way each time. They can read
            its newest version again. With a model connected under Settings, you can say what should be
            different.
          </p>
        )}
        <p className="text-xs text-pretty text-muted">
          What people changed in the draft stays. Where the new text differs from it, you see both.
        </p>
        {draft.rewriteCost && (
          <p role="status" className="text-xs text-pretty text-muted">
            {whole ? draft.rewriteCost.draft : draft.rewriteCost.statement}
          </p>
        )}
        <FormError>{refused}</FormError>
      </form>
    </Dialog>
  );
}

type ExtentProps = { chosen: string; whole: boolean; onChange: (whole: boolean) => void };

function Extent({ chosen, whole, onChange }: ExtentProps) {
  const ways = [
    { label: "The whole draft", value: true },
    { label: `Only “${chosen.length > 80 ? `${chosen.slice(0, 79)}…` : chosen}”`, value: false },
  ];
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 text-xs font-medium">What to write again</legend>
      {ways.map(({ label, value }) => (
        <label key={label} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-(--size-touch)">
          <input
            type="radio"
            name="extent"
            checked={whole === value}
            onChange={() => onChange(value)}
            className="size-4 flex-none accent-accent"
          />
          <span className="min-w-0 wrap-anywhere">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

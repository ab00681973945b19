"use client";

import { type ReactNode, useRef, useState, useTransition } from "react";
import { type FactField, FactInput, factsOf } from "#components/leads/fact-input";
import type { LeadVerbs } from "#components/leads/lead-verbs";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { IconButton } from "#components/ui/icon-button";

type FactEditorProps = {
  label: string;
  fields: FactField[];
  /** The lead as it is shown: what is saved counts for this version. */
  lead: { id: string; version: number };
  edit: LeadVerbs["edit"] | null;
  /** The value, while it is not being changed. */
  children: ReactNode;
};

/** One fact of a lead: read, and changed in its place. What was typed stays where somebody was faster. */
export function FactEditor({ label, fields, lead, edit, children }: FactEditorProps) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close() {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-x-2 border-b py-1 last:border-b-0">
      <dt className="pt-0.5 text-faint">{label}</dt>
      <dd className="min-w-0">
        {editing && edit ? (
          <FactForm label={label} fields={fields} lead={lead} edit={edit} onClose={close} />
        ) : (
          <span className="flex items-start gap-1">
            <span className="min-w-0 flex-1 pt-0.5 wrap-anywhere whitespace-pre-line">{children}</span>
            {edit && (
              <IconButton
                ref={button}
                icon="edit"
                size="sm"
                label={`Change ${label.toLowerCase()}`}
                onClick={() => setEditing(true)}
              />
            )}
          </span>
        )}
      </dd>
    </div>
  );
}

type FactFormProps = Pick<FactEditorProps, "label" | "fields" | "lead"> & {
  edit: LeadVerbs["edit"];
  onClose: () => void;
};

function FactForm({ label, fields, lead, edit, onClose }: FactFormProps) {
  const [values, setValues] = useState(() =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  );
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  // What one writes over must have been seen: news of this fact that came meanwhile is told first.
  const [opened, setOpened] = useState({ fields, version: lead.version });
  const [told, setTold] = useState(false);
  if (told && lead.version !== opened.version) {
    setTold(false);
    setOpened({ fields, version: lead.version });
  }
  const overtaken = fields.some(({ value }, at) => value !== opened.fields[at]?.value);
  const unchanged = fields.every(({ name, value }) => values[name] === value);

  function save() {
    if (unchanged) return onClose();
    const read = factsOf(fields, values);
    if (!read.ok) return setError(read.message);
    const version = overtaken ? opened.version : lead.version;
    start(async () => {
      const outcome = await reach(() => edit({ leadId: lead.id, version, facts: read.facts }));
      if (outcome.ok) return onClose();
      setError(outcome.message);
      setTold(outcome.code === "conflict");
    });
  }

  return (
    <form
      aria-label={`Change ${label.toLowerCase()}`}
      className="flex flex-col gap-1.5 py-0.5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      {fields.map((field, at) => (
        <FactInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ""}
          first={at === 0}
          onChange={(value) => {
            setValues({ ...values, [field.name]: value });
            setError(null);
          }}
        />
      ))}
      <FormError>{error}</FormError>
      <span className="flex gap-1.5">
        <Button type="submit" size="sm" tone="primary" pending={pending}>
          Save
        </Button>
        <Button size="sm" tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </span>
    </form>
  );
}

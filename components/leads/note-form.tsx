"use client";

import { useRef, useState, useTransition } from "react";
import type { LeadVerbs } from "#components/leads/lead-verbs";
import { findAnswer, keepAnswer } from "#components/records/kept-answer";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { DateField } from "#components/ui/date-field";
import { FormError } from "#components/ui/form-error";
import { Segmented } from "#components/ui/segmented";
import { TextArea } from "#components/ui/text-area";
import type { NoteKind } from "#lib/leads/schema";

const KINDS: { value: NoteKind; label: string }[] = [
  { value: "note", label: "Note" },
  { value: "call", label: "Call" },
  { value: "thread", label: "Mail thread" },
];
const PLACEHOLDERS: Record<NoteKind, string> = {
  note: "What you know of them now",
  call: "What was said on the phone",
  thread: "Paste the mails as they are",
};
const LOST =
  "The connection broke before the server answered. The text is still here; add it again. It can’t be there twice.";

type NoteFormProps = { leadId: string; today: string; add: LeadVerbs["note"] };

/** Adds what was said or written to a lead's timeline. What is typed survives a reload. */
export function NoteForm({ leadId, today, add }: NoteFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [kind, setKind] = useState<NoteKind>("note");
  const [on, setOn] = useState(today);
  const [error, setError] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [pending, start] = useTransition();

  function send() {
    const text = area.current?.value ?? "";
    if (!text.trim()) {
      setError("There is no text yet.");
      return area.current?.focus();
    }
    start(async () => {
      const outcome = await reach(() => add({ leadId, kind, text, on: on || undefined }), LOST);
      setError(outcome.ok ? null : outcome.message);
      if (!outcome.ok) return;
      if (area.current) area.current.value = "";
      keepAnswer(leadId, "");
      setOn(today);
      const words = outcome.value.duplicate ? "This text was there already." : "Added to the timeline.";
      setTold(outcome.value.duplicate ? words : null);
      announce(words);
    });
  }

  return (
    <form
      aria-label="Add to the timeline"
      className="flex flex-col gap-2 rounded-lg border border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div>
        <Segmented
          label="What it is"
          segments={KINDS}
          value={kind}
          onChange={(value) => setKind(value as NoteKind)}
        />
      </div>
      <TextArea
        ref={(field) => {
          area.current = field;
          findAnswer(leadId)(field);
        }}
        label="Text"
        hideLabel
        rows={4}
        text="record"
        placeholder={PLACEHOLDERS[kind]}
        onChange={(event) => {
          keepAnswer(leadId, event.currentTarget.value);
          setError(null);
          setTold(null);
        }}
      />
      <FormError>{error}</FormError>
      <div className="flex flex-wrap items-end gap-2">
        <DateField
          label="Day"
          value={on}
          max={today}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <span className="ml-auto flex items-center gap-2">
          {told && (
            <span role="status" className="text-xs text-muted">
              {told}
            </span>
          )}
          <Button type="submit" tone="primary" kbd="mod+Enter" pending={pending}>
            Add to the timeline
          </Button>
        </span>
      </div>
    </form>
  );
}

"use client";

import { useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/text-area";
import { TextInput } from "#components/ui/text-input";
import type { CorrectSource } from "#lib/sources/schema";
import type { Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

type CorrectFormProps = {
  source: { id: string; version: number; text: string };
  /** Leads on to the source where it went well. */
  correct: (input: CorrectSource) => Promise<Outcome<unknown>>;
};

/** The whole text and the reason. What was typed stays where it could not be stored. */
export function CorrectForm({ source, correct }: CorrectFormProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();
  const { id: sourceId, version } = source;
  const send = (form: FormData) =>
    start(async () => {
      const [text, reason] = [String(form.get("text")), String(form.get("reason"))];
      const outcome = await reach(() => correct({ sourceId, version, text, reason }));
      setRefusal(outcome.ok ? null : outcome);
    });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      }}
    >
      <TextArea
        label="Text"
        text="record"
        spellCheck={false}
        name="text"
        // The browser keeps what is typed: of two megabytes, each key would draw all of it again.
        defaultValue={source.text}
        error={refusal?.fields?.text}
      />
      <TextInput
        label="Why it is corrected"
        help="Whoever checks a draft of it reads this beside what changed."
        maxLength={500}
        required
        name="reason"
        error={refusal?.fields?.reason}
      />
      {!refusal?.fields && <RefusalText refusal={refusal} />}
      <div>
        <Button tone="primary" type="submit" kbd="mod+Enter" pending={pending}>
          Store the correction
        </Button>
      </div>
    </form>
  );
}

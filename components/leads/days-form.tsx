"use client";

import { useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { TextInput } from "#components/ui/text-input";
import { daysOf } from "#lib/format/day-list";
import type { Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

type DaysFormProps = {
  days: number[];
  /** The verb with its object. */
  label: string;
  save: (days: number[]) => Promise<Outcome<void>>;
};

/** The days of a cadence as one line: "0, 3, 7". */
export function DaysForm({ days, label, save }: DaysFormProps) {
  const [text, setText] = useState(days.join(", "));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wrong, setWrong] = useState<string>();
  const [pending, start] = useTransition();
  const send = () => {
    const read = daysOf(text);
    setWrong(read ? undefined : "Write days in ascending order, such as 0, 3, 7.");
    if (!read) return;
    start(async () => {
      const outcome = await reach(() => save(read));
      setRefusal(outcome.ok ? null : outcome);
    });
  };
  return (
    <form action={send} className="flex flex-wrap items-end gap-2">
      <div className="w-48">
        <TextInput
          label="Days after the first"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          inputMode="numeric"
          maxLength={60}
          error={wrong}
        />
      </div>
      <Button type="submit" pending={pending}>
        {label}
      </Button>
      <RefusalText refusal={refusal} />
    </form>
  );
}

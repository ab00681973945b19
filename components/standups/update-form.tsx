"use client";

import { Fragment, useState, useTransition } from "react";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { useKeptParts } from "#components/standups/use-kept-parts";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { Segmented } from "#components/ui/segmented";
import { TextArea } from "#components/ui/text-area";
import { formatDay } from "#lib/format/dates";
import type { OwnUpdate } from "#lib/standups/day-queries";
import type { PostedUpdate } from "#lib/standups/post-update";
import type { PostUpdate } from "#lib/standups/schema";
import type { UpdateParts } from "#lib/standups/update-text";
import type { Outcome } from "#lib/web/door";

export type PostVerb = (update: PostUpdate) => Promise<Outcome<PostedUpdate>>;

type UpdateFormProps = {
  teamId: string;
  own: OwnUpdate;
  /** The actor's open actions, to be put under what comes next. */
  actions: { id: string; text: string }[];
  post: PostVerb;
};

const FIELDS = [
  { part: "done", label: "Since the last time", rows: 3 },
  { part: "next", label: "Today", rows: 3 },
  { part: "blockers", label: "What is in your way", rows: 2 },
] as const;
const LOST =
  "The connection broke before the server answered. Your words are still here; post them again. They can’t be there twice.";

/** Writes one's update, or changes it: in three parts that begin with what was planned, or in one's own words. */
export function UpdateForm({ teamId, own, actions, post }: UpdateFormProps) {
  const initial = own.written ?? { text: "", done: own.planned, next: "", blockers: "" };
  const { parts, change, forget } = useKeptParts(`${teamId}:${own.day}`, initial);
  const [isFree, setFree] = useState(own.written !== null && own.written.text !== "");
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();

  function send() {
    start(async () => {
      const outcome = await reach(() => post({ teamId, ...sentOf(parts, isFree) }), LOST);
      setError(outcome.ok ? null : outcome.message);
      if (!outcome.ok) return;
      forget();
      announce(outcome.value.changed ? "Your update is changed." : "Your update is posted.");
    });
  }

  return (
    <form
      aria-label="Your update"
      className="flex max-w-(--size-measure) flex-col gap-3 rounded-lg border border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="How you write"
          segments={[
            { value: "parts", label: "In three parts" },
            { value: "free", label: "In your own words" },
          ]}
          value={isFree ? "free" : "parts"}
          onChange={(value) => setFree(value === "free")}
        />
        <span className="ml-auto text-xs text-muted">For {formatDay(own.day, { today: own.day })}</span>
      </div>
      {isFree ? (
        <TextArea
          label="Your update"
          rows={6}
          text="record"
          value={parts.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      ) : (
        FIELDS.map(({ part, label, rows }) => (
          <Fragment key={part}>
            <TextArea
              label={label}
              rows={rows}
              text="record"
              value={parts[part]}
              onChange={(event) => change({ [part]: event.currentTarget.value })}
            />
            {part === "next" && (
              <ActionsToAdd actions={actions} next={parts.next} onAdd={(next) => change({ next })} />
            )}
          </Fragment>
        ))
      )}
      <FormError>{error}</FormError>
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 text-xs text-muted">
          {own.late
            ? "The digest was asked for already. What you write now is marked as late."
            : "You can change it until the digest is written."}
        </p>
        <Button type="submit" tone="primary" kbd="mod+Enter" pending={pending}>
          {own.written ? "Change your update" : "Post your update"}
        </Button>
      </div>
    </form>
  );
}

/** Only what is shown is sent: what was typed the other way stays in the browser. */
function sentOf({ text, ...parts }: UpdateParts, isFree: boolean): Partial<UpdateParts> {
  return isFree ? { text } : parts;
}

type ActionsToAddProps = {
  actions: UpdateFormProps["actions"];
  next: string;
  onAdd: (next: string) => void;
};

/** Open actions that aren't among what comes next yet. */
function ActionsToAdd({ actions, next, onAdd }: ActionsToAddProps) {
  const others = actions.filter(({ text }) => !next.includes(text));
  if (others.length === 0) return null;
  return (
    <section aria-label="Your open actions" className="flex flex-wrap items-center gap-1.5">
      <span className="text-xs text-muted">From your actions:</span>
      {others.map(({ id, text }) => (
        <Button
          key={id}
          size="sm"
          icon="plus"
          onClick={() => onAdd(next.trim() ? `${next.trimEnd()}\n${text}` : text)}
        >
          <span className="max-w-60 truncate">{text}</span>
        </Button>
      ))}
    </section>
  );
}

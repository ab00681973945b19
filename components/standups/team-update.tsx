"use client";

import { useId, useState, useTransition } from "react";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { TeamSpeakers } from "#components/standups/team-speakers";
import { useKeptParts } from "#components/standups/use-kept-parts";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { FormError } from "#components/ui/form-error";
import { FormFoot } from "#components/ui/form-foot";
import { TextArea } from "#components/ui/text-area";
import { formatDay } from "#lib/format/dates";
import type { RosterPerson } from "#lib/grounding/statement";
import type { StandupDay } from "#lib/standups/day-queries";
import type { PostedTeamUpdate } from "#lib/standups/post-team-update";
import type { PostTeamUpdate } from "#lib/standups/schema";
import type { Outcome } from "#lib/web/door";

type TeamUpdateProps = {
  day: StandupDay;
  roster: RosterPerson[];
  post: (update: PostTeamUpdate) => Promise<Outcome<PostedTeamUpdate>>;
};

const LOST =
  "The connection broke before the server answered. The text is still here; save it again. Nobody’s words can be there twice.";

/** Takes what a whole team said in one text, and says before it is saved whose words are whose. */
export function TeamUpdate({ day, roster, post }: TeamUpdateProps) {
  const form = useId();
  const [open, setOpen] = useState(false);
  const { parts, change, forget } = useKeptParts(`${day.team.id}:${day.day}:team`, { text: "" });
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();

  function send() {
    start(async () => {
      const outcome = await reach(() => post({ teamId: day.team.id, text: parts.text }), LOST);
      setError(outcome.ok ? null : outcome.message);
      if (!outcome.ok) return;
      change({ text: "" });
      forget();
      setOpen(false);
      announce(savedSentence(outcome.value));
    });
  }

  return (
    <>
      <Button size="sm" tone="quiet" onClick={() => setOpen(true)}>
        Paste the whole team’s stand-up
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="lg"
        title={`What ${day.team.name} said for ${formatDay(day.day, { today: day.day })}`}
        foot={
          <FormFoot form={form} pending={pending} onCancel={() => setOpen(false)}>
            Save the stand-up
          </FormFoot>
        }
      >
        <form
          id={form}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
              event.currentTarget.requestSubmit();
          }}
        >
          <TextArea
            label="Everybody’s words"
            help="Each name stands on a line above what they said, or before a colon."
            rows={8}
            text="record"
            value={parts.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <TeamSpeakers text={parts.text} roster={roster} people={day.people} />
          <FormError>{error}</FormError>
        </form>
      </Dialog>
    </>
  );
}

function savedSentence({ posted, had }: PostedTeamUpdate): string {
  const kept = `Saved for ${posted.join(", ")}.`;
  return had.length === 0 ? kept : `${kept} ${had.join(", ")} had written; those words stay.`;
}

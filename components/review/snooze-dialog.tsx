"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { DateField } from "#components/ui/date-field";
import { Dialog } from "#components/ui/dialog";
import { TextInput } from "#components/ui/text-input";
import type { SnoozeDraft } from "#lib/drafts/schema";
import { addDays, localDay } from "#lib/format/dates";
import { formatMoment } from "#lib/format/moments";
import { chosenTime, type SnoozeChoice, snoozeChoices } from "#lib/format/snooze-times";

export type SnoozeDialogProps = {
  open: boolean;
  title: string;
  /** The company's zone, IANA. */
  timeZone: string;
  onClose: () => void;
  onSnooze: (until: SnoozeDraft["until"], words: string) => void;
};

const labels: Record<SnoozeChoice, string> = {
  later_today: "Later today",
  tomorrow: "Tomorrow",
  next_monday: "Next Monday",
};

/** Asks until when a draft is put off. Each choice says the moment it means. */
export function SnoozeDialog(props: SnoozeDialogProps) {
  const { open, title, onClose } = props;
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={`Snooze “${title}”`}>
      {open && <Choices {...props} />}
    </Dialog>
  );
}

function Choices({ timeZone, onSnooze }: SnoozeDialogProps) {
  const [now] = useState(() => new Date());
  const today = localDay(now, timeZone);
  const [day, setDay] = useState(addDays(today, 1));
  const [time, setTime] = useState("09:00");
  const [error, setError] = useState<string | null>(null);

  function choose() {
    if (!day || !time) return setError("Choose a day and a time.");
    const at = chosenTime({ day, time }, timeZone);
    if (at <= new Date()) return setError("This time has passed. Choose a later one.");
    onSnooze({ day, time }, formatMoment(at, timeZone));
  }

  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-1.5 pt-1">
        {snoozeChoices(now, timeZone).map(({ choice, at }) => {
          const words = formatMoment(at, timeZone);
          return (
            <li key={choice}>
              <Button wide onClick={() => onSnooze(choice, words)}>
                <b className="font-medium">{labels[choice]}</b>{" "}
                <span className="font-normal text-muted">{words}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
      >
        <DateField
          label="Day"
          value={day}
          min={today}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label="Time"
          type="time"
          value={time}
          error={error}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <Button type="submit">Snooze until then</Button>
      </form>
      <p className="text-xs text-muted">
        It leaves your own queue only, and comes back on top of it. Others see and decide it as before.
      </p>
    </div>
  );
}

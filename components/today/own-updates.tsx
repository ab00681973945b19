import { NeedGroup, NeedRow } from "#components/today/need-table";
import { LinkButton } from "#components/ui/link-button";
import { formatDay } from "#lib/format/dates";
import { formatTime } from "#lib/format/moments";
import type { OwnStandup } from "#lib/standups/own-queries";
import { awaitsUpdate } from "#lib/today/headline";
import type { Calendar } from "#lib/users/calendar";

type OwnUpdatesProps = { standups: OwnStandup[]; calendar: Calendar; now: number };

/** This person's update for each of their stand-ups: written, not yet, or not expected, and what one can do. */
export function OwnUpdates({ standups, calendar, now }: OwnUpdatesProps) {
  if (standups.length === 0) return null;
  return (
    <NeedGroup
      label="Your update"
      icon="quote"
      count={standups.filter((standup) => awaitsUpdate(standup, calendar.today)).length}
      columns={["For", "Digest"]}
    >
      {standups.map((standup) => (
        <UpdateNeed key={standup.teamId} standup={standup} calendar={calendar} now={now} />
      ))}
    </NeedGroup>
  );
}

type UpdateNeedProps = { standup: OwnStandup; calendar: Calendar; now: number };

function UpdateNeed({ standup, calendar: { today, timeZone }, now }: UpdateNeedProps) {
  const { teamId, name, day, dueAt } = standup;
  const due = formatTime(new Date(dueAt), timeZone);
  const awaited = awaitsUpdate(standup, today);
  const isLate = awaited && Date.parse(dueAt) <= now;
  const href = `/standups/${teamId}`;
  return (
    <NeedRow
      age={isLate ? "late" : day === today ? due : formatDay(day, { today }).split(" ")[0]}
      urgency={isLate ? "late" : awaited ? "soon" : "calm"}
      href={href}
      title={`${name}: ${standingOf(standup)}`}
      third={day === today ? "today" : formatDay(day, { today })}
      fourth={digestOf(standup, due)}
      act={
        <LinkButton href={href} tone="offer" size="sm">
          {stepOf(standup)}
        </LinkButton>
      }
    />
  );
}

function standingOf({ written, away }: OwnStandup): string {
  if (written) return "written";
  return away === null ? "not written yet" : `not expected (${away})`;
}

function digestOf({ state }: OwnStandup, due: string): string {
  if (state === "closed") return "asked for";
  return state === "skipped" ? "none" : `at ${due}`;
}

function stepOf({ written, away, state }: OwnStandup): string {
  if (written) return state === "open" ? "Change" : "Open";
  return away === null ? "Write" : "Open";
}

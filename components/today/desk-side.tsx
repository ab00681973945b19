import type { ReactNode } from "react";
import { AgeScale, AgeStrip } from "#components/charts/age-strip";
import { CellLink } from "#components/records/row-link";
import { Age } from "#components/ui/age";
import { Count } from "#components/ui/count";
import { Face } from "#components/ui/face";
import { Icon } from "#components/ui/icon";
import { TextLink } from "#components/ui/text-link";
import type { DeskSide as Desk, WaitingQueue } from "#lib/attention/desk";
import { addressOf } from "#lib/format/address";
import { formatAge, formatDay } from "#lib/format/dates";

const HOUR_MS = 3_600_000;
const LATE_MS = 48 * HOUR_MS;

type DeskSideProps = { desk: Desk; now: number; timeZone: string };

/** The queue, who is at work on it, and what left since the last working day. */
export function DeskSide({ desk, now, timeZone }: DeskSideProps) {
  return (
    <div className="flex flex-col gap-3">
      <ReviewQueue queues={desk.queues} more={desk.more} />
      <AtWork rows={desk.atWork} now={now} timeZone={timeZone} />
      <Outgoing desk={desk} />
    </div>
  );
}

function Part({ title, link, children }: { title: ReactNode; link?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <header className="flex h-9 items-end justify-between border-b pb-1.25 text-xs">
        <h2>{title}</h2>
        {link}
      </header>
      {children}
    </section>
  );
}

function ReviewQueue({ queues, more }: { queues: WaitingQueue[]; more: boolean }) {
  const waiting = queues.reduce((sum, { ages }) => sum + ages.length, 0);
  const title = (
    <>
      Review queue <span className="font-normal text-faint">{waiting + (more ? "+" : "")} waiting</span>
    </>
  );
  return (
    <Part title={title} link={<TextLink href="/reviews">Open</TextLink>}>
      {waiting === 0 ? (
        <p className="pt-2 text-xs text-muted">No draft waits for a decision.</p>
      ) : (
        <table className="w-full">
          <caption className="sr-only">Drafts that wait, by workflow</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Workflow</th>
              <th scope="col">Waiting</th>
              <th scope="col">How long each has waited</th>
              <th scope="col">The oldest</th>
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <Queue key={queue.workflow} queue={queue} />
            ))}
            <tr>
              <td colSpan={2} />
              <td className="pt-1">
                <AgeScale />
              </td>
              <td />
            </tr>
          </tbody>
        </table>
      )}
    </Part>
  );
}

function Queue({ queue: { workflow, label, ages } }: { queue: WaitingQueue }) {
  const oldest = ages[0] ?? 0;
  return (
    <tr>
      <td className="h-8 whitespace-nowrap">
        <CellLink href={addressOf("/reviews", { workflow })}>{label}</CellLink>
      </td>
      <td className="px-2 text-right text-muted">{ages.length}</td>
      <td>
        <AgeStrip ages={ages} />
      </td>
      <td
        className={`pl-2 text-right whitespace-nowrap ${oldest > LATE_MS ? "font-medium text-danger-text" : "text-muted"}`}
      >
        {formatAge(oldest > HOUR_MS ? Math.floor(oldest / HOUR_MS) * HOUR_MS : oldest)}
      </td>
    </tr>
  );
}

function AtWork({ rows, now, timeZone }: { rows: Desk["atWork"]; now: number; timeZone: string }) {
  return (
    <Part title="On the desk now">
      {rows.length === 0 && <p className="pt-2 text-xs text-muted">Nobody has a draft open.</p>}
      <ul>
        {rows.map(({ draftId, title, by, since }) => (
          <li key={draftId} className="flex min-h-7 items-center gap-2">
            <Face name={by} />
            <span className="min-w-0 flex-1 truncate has-focus-visible:whitespace-normal">
              {by.split(" ")[0]} reads <CellLink href={`/reviews/${draftId}`}>{title}</CellLink>
            </span>
            <span className="flex-none text-xs text-muted">
              <Age at={since} now={now} timeZone={timeZone} detail="short" />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

const line = "flex min-h-7 items-center justify-between gap-2";

function Outgoing({ desk: { outgoing, since } }: { desk: Desk }) {
  const day = formatDay(since.day, { today: since.day }).split(" ")[0];
  return (
    <Part
      title={`Deliveries since ${LONG[day ?? ""] ?? day}`}
      link={<TextLink href="/log?group=deliveries">Log</TextLink>}
    >
      <ul>
        <li className={line}>
          <span className="flex items-center gap-1.5">
            <Icon name="done" size="sm" />
            <CellLink href={addressOf("/deliveries", { state: "sent", since: since.at })}>Sent</CellLink>
          </span>
          <Count of={outgoing.sent} />
        </li>
        <li className={line}>
          <span className="flex items-center gap-1.5">
            <Icon name="ring" size="sm" />
            <CellLink href={addressOf("/deliveries", { state: "scheduled" })}>Yet to leave</CellLink>
          </span>
          <Count of={outgoing.scheduled} />
        </li>
        {outgoing.unknown.map(({ id, title }) => (
          <li key={id} className={line}>
            <span className="flex min-w-0 items-center gap-1.5">
              <Icon name="warn" size="sm" />
              <span className="truncate has-focus-visible:whitespace-normal">
                <b className="font-medium text-warn-text">Unknown</b>: {title}
              </span>
            </span>
            <TextLink href={`/deliveries/${id}`}>You decide</TextLink>
          </li>
        ))}
      </ul>
    </Part>
  );
}

const LONG: Record<string, string> = {
  Mon: "Monday",
  Tue: "Tuesday",
  Wed: "Wednesday",
  Thu: "Thursday",
  Fri: "Friday",
  Sat: "Saturday",
  Sun: "Sunday",
};

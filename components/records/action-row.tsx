import { ActionCheck } from "#components/records/action-check";
import type { OpenAction } from "#components/records/action-desk";
import { ActionMenu } from "#components/records/action-menu";
import { Moment } from "#components/records/moment";
import { RowLink } from "#components/records/row-link";
import { Day } from "#components/ui/day";
import { Person } from "#components/ui/face";
import type { ListedAction } from "#lib/actions/queries";
import type { Calendar } from "#lib/users/calendar";

type ActionRowProps = {
  action: ListedAction;
  href: string;
  current: boolean;
  /** The reader. */
  me: string;
  calendar: Calendar;
};

/** One action of a list: its box, what to do, who and until when. */
export function ActionRow({ action, href, current, me, calendar }: ActionRowProps) {
  return (
    <li
      data-row
      className={`group relative grid min-h-9 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2.5 border-b px-4 py-1 has-checked:text-faint md:grid-cols-[1.25rem_minmax(0,1fr)_9.5rem_7rem_1.75rem] md:px-6 pointer-coarse:min-h-(--size-touch) ${current ? "bg-accent-bg" : "hover:bg-hover has-focus-visible:bg-hover"}`}
    >
      <ActionCheck action={openAction(action)} mayChange={action.mayChange} />
      <div className="min-w-0 md:flex md:items-baseline md:gap-2">
        <span className="max-md:line-clamp-3 md:truncate md:group-has-focus-visible:whitespace-normal">
          <RowLink href={href} current={current}>
            {action.text}
          </RowLink>
        </span>
        {action.origin && (
          <span className="hidden min-w-0 flex-1 truncate text-xs text-faint lg:block">
            {action.origin.title}
          </span>
        )}
        <span className="flex flex-wrap gap-x-3 text-xs text-muted md:hidden">
          <span dir="auto" className="max-w-full truncate">
            {action.ownerName ?? "nobody"}
          </span>
          <WhenCell action={action} calendar={calendar} />
        </span>
      </div>
      <span className="hidden min-w-0 text-xs text-muted md:flex">
        {action.ownerName ? (
          <Person name={action.ownerName} me={action.ownerId === me} />
        ) : (
          <span className="text-faint">nobody</span>
        )}
      </span>
      <span className="hidden text-xs text-muted md:block">
        <WhenCell action={action} calendar={calendar} />
      </span>
      <span className="relative z-1 flex justify-end">
        {action.mayChange && <ActionMenu action={openAction(action)} />}
      </span>
    </li>
  );
}

function WhenCell({ action, calendar }: { action: ListedAction; calendar: Calendar }) {
  if (action.closedAt) return <Moment at={action.closedAt} calendar={calendar} show="day" />;
  if (!action.dueOn) return <span className="text-faint">no date</span>;
  const late = action.dueOn < calendar.today;
  return (
    <span className={late ? "text-danger-text" : ""}>
      <Day on={action.dueOn} today={calendar.today} />
    </span>
  );
}

/** What the verbs in the browser need of an action, and no more. */
export function openAction({ id, version, text, state, ownerId, dueOn }: ListedAction): OpenAction {
  return { id, version, text, state, ownerId, dueOn };
}

import type { OpenBlocker } from "#components/blockers/blocker-desk";
import { BlockerMenu } from "#components/blockers/blocker-menu";
import { BlockerState } from "#components/blockers/blocker-state";
import { RowLink } from "#components/records/row-link";
import { Person } from "#components/ui/face";
import type { ListedBlocker } from "#lib/blockers/queries";
import { type Day, daysBetween } from "#lib/format/dates";

type BlockerRowProps = {
  blocker: ListedBlocker;
  href: string;
  current: boolean;
  /** The reader. */
  me: string;
  today: Day;
};

/** One blocker of a list: how long, what, whose, who unblocks it, and how it stands. */
export function BlockerRow({ blocker, href, current, me, today }: BlockerRowProps) {
  return (
    <li
      data-row
      className={`group relative grid min-h-9 grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-x-2.5 border-b px-4 py-1 md:grid-cols-[2.5rem_minmax(0,1fr)_9rem_9rem_6.5rem_1.75rem] md:px-6 pointer-coarse:min-h-(--size-touch) ${current ? "bg-accent-bg" : "hover:bg-hover has-focus-visible:bg-hover"}`}
    >
      <span className={`text-right text-xs whitespace-nowrap ${ageTone(blocker)}`}>
        {ageOf(blocker, today)}
      </span>
      <div className="min-w-0 md:flex md:items-baseline md:gap-2">
        <span className="max-md:line-clamp-3 md:truncate md:group-has-focus-visible:whitespace-normal">
          <RowLink href={href} current={current}>
            {blocker.text}
          </RowLink>
        </span>
        <span className="hidden min-w-0 flex-1 truncate text-xs text-faint lg:block">{aboutOf(blocker)}</span>
        <span className="flex flex-wrap gap-x-3 text-xs text-muted md:hidden">
          <span dir="auto" className="max-w-full truncate">
            {blocker.personName}
          </span>
          <span dir="auto" className="max-w-full truncate">
            {blocker.ownerName ? `${blocker.ownerName} unblocks it` : "nobody owns it"}
          </span>
          <BlockerState blocker={blocker} />
        </span>
      </div>
      <span className="hidden min-w-0 text-xs text-muted md:flex">
        <Person name={blocker.personName} me={blocker.personId === me} />
      </span>
      <span className="hidden min-w-0 text-xs text-muted md:flex">
        <Unblocks blocker={blocker} me={me} />
      </span>
      <span className="hidden md:block">
        <BlockerState blocker={blocker} />
      </span>
      <span className="relative z-1 flex justify-end">
        <BlockerMenu blocker={openBlocker(blocker)} />
      </span>
    </li>
  );
}

function Unblocks({ blocker, me }: { blocker: ListedBlocker; me: string }) {
  if (blocker.ownerName) return <Person name={blocker.ownerName} me={blocker.ownerId === me} />;
  const could = blocker.waitsForName ?? blocker.waitsForTeamName;
  return <span className="truncate text-faint">{could ? `perhaps ${could}` : "nobody"}</span>;
}

function ageOf({ firstOn }: ListedBlocker, today: Day): string {
  const days = daysBetween(firstOn, today);
  return days <= 0 ? "today" : `${days} d`;
}

function ageTone({ escalatedAt, state }: ListedBlocker): string {
  if (escalatedAt && (state === "open" || state === "proposed")) return "font-semibold text-danger-text";
  return "text-faint";
}

function aboutOf({ teamName, waitsForTeamName, days }: ListedBlocker): string {
  return [
    teamName,
    ...(waitsForTeamName ? [`waits for ${waitsForTeamName}`] : []),
    ...(days > 1 ? [`said on ${days} days`] : []),
  ].join(", ");
}

/** What the verbs in the browser need of a blocker, and no more. */
export function openBlocker({
  id,
  version,
  text,
  state,
  teamId,
  ownerId,
  waitsForId,
  waitsForTeamId,
  mayDecide,
  mayTake,
}: ListedBlocker): OpenBlocker {
  return { id, version, text, state, teamId, ownerId, waitsForId, waitsForTeamId, mayDecide, mayTake };
}

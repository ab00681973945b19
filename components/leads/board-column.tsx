import { Deal } from "#components/leads/deal";
import { WritableBadge } from "#components/leads/writable-badge";
import { RowLink } from "#components/records/row-link";
import { Day } from "#components/ui/day";
import { IconButton } from "#components/ui/icon-button";
import { Menu } from "#components/ui/menu";
import { TextLink } from "#components/ui/text-link";
import type { LeadStage } from "#drizzle/schema/leads";
import { addressOf } from "#lib/format/address";
import { formatAmount } from "#lib/format/amount";
import { STAGE_NAMES, STAGE_ORDER } from "#lib/format/lead-stages";
import type { BoardColumn } from "#lib/leads/board";
import { type BoardPages, MOST_PAGES, withMore } from "#lib/leads/board-pages";
import type { ListedLead } from "#lib/leads/view";

/** Where counting ends: of more the newest were counted and summed up. */
const MOST_COUNTED = 1_000;

type ColumnProps = {
  column: BoardColumn;
  /** Whether it is the one that a phone shows. */
  shown: boolean;
  who: string | undefined;
  pages: BoardPages;
  today: string;
  onMove: ((lead: ListedLead, stage: LeadStage) => void) | null;
};

/** A stage of the pipeline: how many and how much, and its leads. */
export function BoardColumnView({ column, shown, who, pages, today, onMove }: ColumnProps) {
  const { stage, leads, next } = column;
  return (
    <section
      aria-label={STAGE_NAMES[stage]}
      className={`min-w-0 flex-col md:flex md:w-64 md:flex-none md:rounded-lg md:border md:bg-page ${shown ? "flex flex-1" : "hidden"}`}
    >
      <header className="flex flex-none flex-wrap items-baseline gap-x-2 border-b px-4 py-2 md:px-3">
        <h2 className="font-medium max-md:sr-only">{STAGE_NAMES[stage]}</h2>
        <span className="text-xs text-muted tabular-nums">{countWords(column.count)}</span>
        <Sums column={column} />
      </header>
      <ul className="flex min-h-0 flex-col md:gap-2 md:overflow-y-auto md:p-2">
        {leads.map((lead) => (
          <Card key={lead.id} lead={lead} today={today} onMove={onMove} />
        ))}
      </ul>
      {leads.length === 0 && (
        <p className="px-4 py-3 text-xs text-faint md:px-3">No lead is in this stage.</p>
      )}
      {next && <Older stage={stage} cursor={next} who={who} pages={pages} />}
    </section>
  );
}

type OlderProps = Pick<ColumnProps, "who" | "pages"> & { stage: LeadStage; cursor: string };

/** The next page of the column, in its place; beyond the last that the board has, the list goes on. */
function Older({ stage, cursor, who, pages }: OlderProps) {
  const more = (pages[stage] ?? 1) < MOST_PAGES;
  return (
    <p className="px-4 py-2 text-xs md:px-3">
      {more ? (
        <TextLink href={addressOf("/leads/board", { stage, who, pages: withMore(pages, stage) })} stay>
          Show older in {STAGE_NAMES[stage]}
        </TextLink>
      ) : (
        <TextLink href={addressOf("/leads", { stage, who, cursor })}>
          Older in {STAGE_NAMES[stage]} are in the list
        </TextLink>
      )}
    </p>
  );
}

function Sums({ column: { sums, count } }: { column: BoardColumn }) {
  if (sums.length === 0) return null;
  return (
    <span className="ml-auto text-right text-xs text-muted tabular-nums">
      {sums.map(({ currency, cents }) => (
        <span key={currency} className="block">
          {count >= MOST_COUNTED && "over "}
          {formatAmount(cents, currency)}
        </span>
      ))}
    </span>
  );
}

function countWords(count: number): string {
  if (count >= MOST_COUNTED) return `${MOST_COUNTED.toLocaleString("en-CA")} or more`;
  return count === 1 ? "1 lead" : `${count} leads`;
}

type CardProps = { lead: ListedLead; today: string } & Pick<ColumnProps, "onMove">;

function Card({ lead, today, onMove }: CardProps) {
  return (
    <li
      data-row
      data-card={lead.id}
      className="relative flex items-start gap-1 border-b bg-surface px-4 py-2 hover:bg-hover has-focus-visible:bg-hover md:rounded-md md:border md:px-2.5"
    >
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium">
          <RowLink href={`/leads/${lead.id}`}>
            <bdi>{lead.name}</bdi>
          </RowLink>
        </div>
        {lead.company && (
          <div className="truncate text-xs text-muted">
            <bdi>{lead.company}</bdi>
          </div>
        )}
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
          <Deal of={lead} />
          <WritableBadge writable={lead.writable} today={today} />
        </div>
        {(lead.nextStep || lead.nextStepOn) && (
          <div className="mt-1 truncate text-xs text-muted">
            {lead.nextStepOn && (
              <span className={lead.nextStepOn < today ? "text-danger-text" : ""}>
                <Day on={lead.nextStepOn} today={today} />{" "}
              </span>
            )}
            <bdi>{lead.nextStep}</bdi>
          </div>
        )}
      </div>
      {onMove && (
        <span className="relative z-1 flex">
          <Menu
            align="end"
            trigger={<IconButton icon="more" size="sm" label={`Move ${lead.name}`} />}
            entries={STAGE_ORDER.filter((stage) => stage !== lead.stage).map((stage) => ({
              label: `Move to ${STAGE_NAMES[stage]}`,
              onSelect: () => onMove(lead, stage),
            }))}
          />
        </span>
      )}
    </li>
  );
}

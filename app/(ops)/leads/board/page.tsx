import type { Metadata } from "next";
import { z } from "zod";
import { Board } from "#components/leads/board";
import { OwnerFilter } from "#components/leads/lead-filters";
import { LeadViews } from "#components/leads/lead-views";
import { FilterSelect } from "#components/records/filter-select";
import { RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { LinkButton } from "#components/ui/link-button";
import { STAGE_NAMES, STAGE_ORDER } from "#lib/format/lead-stages";
import { AddressWord } from "#lib/inputs/address";
import { getBoard } from "#lib/leads/board";
import { readBoardPages } from "#lib/leads/board-pages";
import { canChangeLeads } from "#lib/leads/policy";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { newestEvent, requireUser } from "#lib/web/session";
import { move } from "../verbs";

export const metadata: Metadata = { title: "Board of leads" };

const Address = z.object({ who: AddressWord, stage: z.enum(STAGE_ORDER).catch("new"), pages: AddressWord });

export default async function BoardPage({ searchParams }: PageProps<"/leads/board">) {
  const ctx = await requireUser();
  const { who, stage, pages: open } = Address.parse(await searchParams);
  const pages = readBoardPages(open);
  const me = ctx.actor.id;
  const mayChange = canChangeLeads(ctx.actor);
  const ownerId = who === "me" ? me : who;
  const [columns, people, { today }] = await Promise.all([
    getBoard(ctx, { ownerId: ownerId && /^[\w-]{1,64}$/.test(ownerId) ? ownerId : undefined, pages }),
    listRoster(ctx),
    getCalendar(ctx),
  ]);
  const filters = { who, stage, pages: open };
  return (
    <>
      <TopBar title="Leads" newSource={false} />
      <Live on={["lead.", "lead_import.done", "consent.", "suppression."]} since={await newestEvent()} />
      <RecordFrame
        filters={
          <>
            <LeadViews view="board" who={who} />
            <span className="md:hidden">
              <FilterSelect
                label="Which stage"
                name="stage"
                value={stage}
                options={columns.map(({ stage: value, count }) => ({
                  value,
                  label: `${STAGE_NAMES[value]}, ${count}`,
                }))}
                path="/leads/board"
                keep={filters}
              />
            </span>
            <OwnerFilter
              path="/leads/board"
              filters={filters}
              people={people.map(({ id, name }) => ({ id, name }))}
              me={me}
            />
            {mayChange && (
              <span className="ml-auto">
                <LinkButton href="/leads/new" icon="plus" kbd="l">
                  New lead
                </LinkButton>
              </span>
            )}
          </>
        }
      >
        <Board
          columns={columns}
          shown={stage}
          who={who}
          pages={pages}
          today={today}
          move={mayChange ? move : null}
        />
      </RecordFrame>
    </>
  );
}

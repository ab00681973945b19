import type { Metadata } from "next";
import { z } from "zod";
import { ActionDesk } from "#components/records/action-desk";
import { ActionFilters } from "#components/records/action-filters";
import { ActionGroups } from "#components/records/action-groups";
import { ActionSheet } from "#components/records/action-sheet";
import { ExportMenu } from "#components/records/export-menu";
import { NoActions } from "#components/records/no-actions";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { RefusedSheet } from "#components/records/refused";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { countActions, getAction, listActions } from "#lib/actions/queries";
import { addressOf } from "#lib/format/address";
import { addDays } from "#lib/format/dates";
import { canStoreSource } from "#lib/intake/policy";
import { listTeams } from "#lib/teams/queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { keptAnswer, newestEvent, requireUser } from "#lib/web/session";
import { cancel, complete, reassign, redate, reopen } from "./verbs";

export const metadata: Metadata = { title: "Actions" };

const Word = z.string().max(200).optional().catch(undefined);
const Address = z.object({
  show: z.enum(["open", "overdue", "done", "cancelled"]).catch("open"),
  who: Word,
  team: Word,
  open: Word,
  cursor: Word,
});

type ActionsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ActionsPage({ searchParams }: ActionsPageProps) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { show, who, team, open, cursor } = Address.parse(await searchParams);
  const calendar = await getCalendar(ctx);
  const me = ctx.actor.id;
  const whose = { ownerId: who === "me" ? me : who, teamId: team };
  const overdue = { ...whose, dueUntil: addDays(calendar.today, -1) };
  const filter = show === "overdue" ? overdue : { ...whose, state: show };
  const [list, opened, [counts, people, teams]] = await Promise.all([
    unlessRefused(keptAnswer(["actions", filter, cursor], () => listActions(ctx, { ...filter, cursor }))),
    open ? unlessRefused(getAction(ctx, open)) : null,
    keptAnswer(["around actions", overdue], () =>
      Promise.all([countActions(ctx, { open: whose, overdue }), listRoster(ctx), listTeams(ctx)]),
    ),
  ]);
  const filters = { show: show === "open" ? null : show, who, team };
  const closeHref = addressOf("/actions", { ...filters, cursor });
  const roster = people.map(({ id, name }) => ({ id, name }));
  return (
    <>
      <TopBar title="Actions" newSource={stores} />
      <Live on={["action.", "draft.approved", "draft.reopened"]} since={await newestEvent()} />
      <ActionDesk verbs={{ complete, reopen, reassign, redate, cancel }} people={roster}>
        <RecordFrame
          filters={
            <>
              <ActionFilters
                show={show}
                counts={counts}
                filters={filters}
                people={roster}
                teams={teams.map(({ id, name }) => ({ id, name }))}
                me={me}
              />
              <span className="ml-auto">
                <ExportMenu of="actions" filters={filters} />
              </span>
            </>
          }
          sheet={
            opened &&
            (opened.ok ? (
              <ActionSheet action={opened.value} closeHref={closeHref} me={me} calendar={calendar} />
            ) : (
              <RefusedSheet label="Action" refusal={opened} closeHref={closeHref} />
            ))
          }
        >
          <PagedList
            list={list}
            path="/actions"
            filters={filters}
            cursor={cursor}
            empty={
              <NoActions show={show} mine={who === "me"} narrowed={Boolean(who || team)} stores={stores} />
            }
          >
            {(rows) => (
              <ActionGroups
                actions={rows}
                keep={{ ...filters, cursor }}
                openId={open}
                me={me}
                calendar={calendar}
              />
            )}
          </PagedList>
        </RecordFrame>
      </ActionDesk>
    </>
  );
}

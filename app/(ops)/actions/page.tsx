import type { Metadata } from "next";
import { z } from "zod";
import { ActionDesk } from "#components/records/action-desk";
import { ActionFilters } from "#components/records/action-filters";
import { ActionGroups } from "#components/records/action-groups";
import { ActionSheet } from "#components/records/action-sheet";
import { ExportMenu } from "#components/records/export-menu";
import { NoActions } from "#components/records/no-actions";
import { OpenedSheet } from "#components/records/opened-sheet";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { countActions, getAction, listActions } from "#lib/actions/queries";
import { addressOf } from "#lib/format/address";
import { addDays } from "#lib/format/dates";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { listTeams } from "#lib/teams/queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { keptAnswer, newestEvent, requireUser } from "#lib/web/session";
import { cancel, complete, reassign, redate, reopen } from "./verbs";

export const metadata: Metadata = { title: "Actions" };

const Address = z.object({
  show: z.enum(["open", "overdue", "done", "cancelled"]).catch("open"),
  who: AddressWord,
  team: AddressWord,
  open: AddressWord,
  cursor: AddressWord,
});

export default async function ActionsPage({ searchParams }: PageProps<"/actions">) {
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
            <OpenedSheet label="Action" opened={opened} closeHref={closeHref}>
              {(action) => <ActionSheet action={action} closeHref={closeHref} me={me} calendar={calendar} />}
            </OpenedSheet>
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

import type { Metadata } from "next";
import { z } from "zod";
import { BlockerDesk } from "#components/blockers/blocker-desk";
import { BLOCKER_SHOWS, BlockerFilters, NOBODY } from "#components/blockers/blocker-filters";
import { BlockerGroups } from "#components/blockers/blocker-groups";
import { BlockerSheet } from "#components/blockers/blocker-sheet";
import { NoBlockers } from "#components/blockers/no-blockers";
import { ExportMenu } from "#components/records/export-menu";
import { OpenedSheet } from "#components/records/opened-sheet";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { countBlockers, getBlocker, listBlockers } from "#lib/blockers/queries";
import { addressOf } from "#lib/format/address";
import { AddressWord } from "#lib/inputs/address";
import { listTeams } from "#lib/teams/queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";
import { accept, confirm, dismiss, own, reopen, resolve, reword, waitFor } from "./verbs";

export const metadata: Metadata = { title: "Blockers" };

const Address = z.object({
  show: z.enum(BLOCKER_SHOWS).catch("live"),
  who: AddressWord,
  owner: AddressWord,
  team: AddressWord,
  open: AddressWord,
  cursor: AddressWord,
});

export default async function BlockersPage({ searchParams }: PageProps<"/blockers">) {
  const ctx = await requireUser();
  const { show, who, owner, team, open, cursor } = Address.parse(await searchParams);
  const me = ctx.actor.id;
  const whose = {
    personId: (who === "me" ? me : who) || undefined,
    ownerId: owner === NOBODY ? undefined : (owner === "me" ? me : owner) || undefined,
    unowned: owner === NOBODY,
    teamId: team || undefined,
  };
  const [calendar, list, opened, counts, people, teams] = await Promise.all([
    getCalendar(ctx),
    unlessRefused(listBlockers(ctx, { ...whose, state: show, cursor })),
    open ? unlessRefused(getBlocker(ctx, open)) : null,
    countBlockers(ctx, { live: whose }),
    listRoster(ctx),
    listTeams(ctx),
  ]);
  const filters = { show: show === "live" ? null : show, who, owner, team };
  const closeHref = addressOf("/blockers", { ...filters, cursor });
  const named = { people: onlyNames(people), teams: onlyNames(teams) };
  return (
    <>
      <TopBar title="Blockers" />
      <Live on={["blocker.", "draft.approved", "draft.reopened"]} since={await newestEvent()} />
      <BlockerDesk
        verbs={{ accept, confirm, dismiss, own, reopen, resolve, reword, waitFor }}
        me={me}
        {...named}
      >
        <RecordFrame
          filters={
            <>
              <BlockerFilters show={show} live={counts.live} filters={filters} me={me} {...named} />
              <span className="ml-auto">
                <ExportMenu of="blockers" filters={filters} />
              </span>
            </>
          }
          sheet={
            <OpenedSheet label="Blocker" opened={opened} closeHref={closeHref}>
              {(blocker) => (
                <BlockerSheet blocker={blocker} closeHref={closeHref} me={me} calendar={calendar} />
              )}
            </OpenedSheet>
          }
        >
          <PagedList
            list={list}
            path="/blockers"
            filters={filters}
            cursor={cursor}
            empty={<NoBlockers show={show} narrowed={Boolean(who || owner || team)} />}
          >
            {(rows) => (
              <BlockerGroups
                blockers={rows}
                keep={{ ...filters, cursor }}
                openId={open}
                me={me}
                today={calendar.today}
              />
            )}
          </PagedList>
        </RecordFrame>
      </BlockerDesk>
    </>
  );
}

function onlyNames(rows: { id: string; name: string }[]) {
  return rows.map(({ id, name }) => ({ id, name }));
}

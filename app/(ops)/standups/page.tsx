import type { Metadata } from "next";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { StandupList } from "#components/standups/standup-list";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { canStoreSource } from "#lib/intake/policy";
import { canRunStandup } from "#lib/standups/policy";
import { listStandups } from "#lib/standups/queries";
import { listTeams } from "#lib/teams/queries";
import { getCalendar } from "#lib/users/calendar";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Stand-ups" };

export default async function StandupsPage() {
  const ctx = await requireUser();
  const [standups, teams, calendar] = await Promise.all([
    listStandups(ctx),
    listTeams(ctx),
    getCalendar(ctx),
  ]);
  const without = teams.filter(
    (team) => canRunStandup(ctx.actor, team) && !standups.some(({ teamId }) => teamId === team.id),
  );
  return (
    <>
      <TopBar title="Stand-ups" newSource={canStoreSource(ctx.actor)} />
      <Live on={["standup.", "update.", "draft."]} since={await newestEvent()} />
      <div className="min-h-0 flex-1 overflow-auto">
        {standups.length === 0 ? (
          <EmptyState
            title="No team holds a stand-up yet"
            actions={
              without.length > 0 ? (
                <ToBegin teams={without} />
              ) : (
                <LinkButton href="/settings/teams">Teams</LinkButton>
              )
            }
          >
            A team’s lead or a leader says on which days it is held, at which hour its digest is written, and
            where that goes.
          </EmptyState>
        ) : (
          <>
            <StandupList standups={standups} calendar={calendar} />
            <p className="flex flex-wrap gap-2 p-4 empty:hidden md:px-6">
              <ToBegin teams={without} />
            </p>
          </>
        )}
      </div>
    </>
  );
}

/** The verbs for teams that hold none, for who may begin it. */
function ToBegin({ teams }: { teams: { id: string; name: string }[] }) {
  return teams.map(({ id, name }) => (
    <LinkButton key={id} href={`/standups/${id}/settings`} size="sm" icon="plus">
      {`Begin a stand-up of ${name}`}
    </LinkButton>
  ));
}

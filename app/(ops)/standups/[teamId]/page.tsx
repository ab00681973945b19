import type { Metadata } from "next";
import { z } from "zod";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { DigestState } from "#components/standups/digest-state";
import { TeamUpdate } from "#components/standups/team-update";
import { UpdateForm } from "#components/standups/update-form";
import { UpdateList } from "#components/standups/update-list";
import { EmptyState } from "#components/ui/empty-state";
import { IconLink } from "#components/ui/icon-button";
import { LinkButton } from "#components/ui/link-button";
import { Section } from "#components/ui/section";
import { listActions } from "#lib/actions/queries";
import { addressOf } from "#lib/format/address";
import { formatLongDay } from "#lib/format/moments";
import { AddressWord } from "#lib/inputs/address";
import { Day } from "#lib/inputs/schema";
import { canStoreSource } from "#lib/intake/policy";
import { getOwnUpdate, getStandupDay } from "#lib/standups/day-queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { orNotFound } from "#lib/web/or-not-found";
import { newestEvent, requireUser } from "#lib/web/session";
import { post, postForTeam, writeNow } from "../verbs";

export const metadata: Metadata = { title: "Stand-up" };

const Address = z.object({ day: Day.optional().catch(undefined), who: AddressWord });
const MOST_ACTIONS = 6;

export default async function StandupPage({ params, searchParams }: PageProps<"/standups/[teamId]">) {
  const ctx = await requireUser();
  const { teamId } = await params;
  const { day: wanted } = Address.parse(await searchParams);
  const day = await orNotFound(getStandupDay(ctx, teamId, wanted));
  const calendar = await getCalendar(ctx);
  const own = day.mayPost ? await getOwnUpdate(ctx, teamId) : null;
  const isNow = own?.day === day.day;
  const actions = isNow ? (await listActions(ctx, { ownerId: ctx.actor.id })).rows : [];
  return (
    <>
      <TopBar
        title={day.team.name}
        within={{ href: "/standups", label: "Stand-ups" }}
        detail={formatLongDay(day.day)}
        newSource={canStoreSource(ctx.actor)}
      >
        <DayLinks teamId={teamId} before={day.before} after={day.after} />
      </TopBar>
      <Live on={["standup.", "update.", "draft.", "run."]} since={await newestEvent()} />
      <div className="min-h-0 flex-1 overflow-auto px-4 pb-8 md:px-6">
        <DigestState day={day} timeZone={calendar.timeZone} writeNow={writeNow} />
        {own && isNow && (
          <UpdateForm
            key={`${own.day}:${own.written === null}`}
            teamId={teamId}
            own={own}
            actions={actions.slice(0, MOST_ACTIONS).map(({ id, text }) => ({ id, text }))}
            post={post}
          />
        )}
        <Section
          title="Updates"
          meta={day.visibility === "open" ? "Everybody reads them." : "The team and its lead read them."}
          actions={
            <>
              {day.mayPostForTeam && (
                <TeamUpdate day={day} roster={await listRoster(ctx)} post={postForTeam} />
              )}
              {day.mayRun && (
                <LinkButton href={`/standups/${teamId}/settings`} size="sm" tone="quiet">
                  How it is held
                </LinkButton>
              )}
            </>
          }
        >
          {day.people.length === 0 ? (
            <EmptyState
              title="Nobody here writes an update yet"
              actions={
                day.mayRun && <LinkButton href={`/settings/teams/${teamId}`}>Open the team</LinkButton>
              }
            >
              Whoever is in the team is asked for one, unless they only read. Its lead or a leader decides on
              the digest.
            </EmptyState>
          ) : (
            <UpdateList
              people={day.people}
              me={ctx.actor.id}
              calendar={calendar}
              isOver={day.state !== "open"}
              histories={day.leads}
            />
          )}
        </Section>
      </div>
    </>
  );
}

function DayLinks({
  teamId,
  before,
  after,
}: {
  teamId: string;
  before: string | null;
  after: string | null;
}) {
  const to = (day: string) => addressOf(`/standups/${teamId}`, { day });
  return (
    <nav aria-label="Days" className="flex flex-none items-center">
      {before && <IconLink href={to(before)} icon="left" label="The day before" />}
      {after && <IconLink href={to(after)} icon="right" label="The day after" />}
    </nav>
  );
}

import type { Metadata } from "next";
import { z } from "zod";
import { Moment } from "#components/records/moment";
import { RefusedList } from "#components/records/refused-list";
import { SlackChannelForm } from "#components/settings/slack-channel-form";
import { SlackChannels } from "#components/settings/slack-channels";
import { SlackConnection } from "#components/settings/slack-connection";
import { SlackForm } from "#components/settings/slack-form";
import { SlackGuide } from "#components/settings/slack-guide";
import { SlackPeople } from "#components/settings/slack-people";
import { Page } from "#components/shell/page";
import { LinkButton } from "#components/ui/link-button";
import { Row, RowList } from "#components/ui/row-list";
import { Section } from "#components/ui/section";
import type { UserCtx } from "#lib/events/context";
import { addressOf } from "#lib/format/address";
import { AddressWord } from "#lib/inputs/address";
import { canConnectSlack } from "#lib/slack/policy";
import {
  type SlackConnection as Connection,
  findSlack,
  listSlackChannels,
  listSlackMissed,
  listSlackPeople,
} from "#lib/slack/queries";
import { listTeams } from "#lib/teams/queries";
import { type Calendar, getCalendar } from "#lib/users/calendar";
import { listPeople } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { requireUser } from "#lib/web/session";
import { siteOfRequest } from "#lib/web/site-of-request";
import {
  checkSlackAction,
  connectSlackAction,
  disconnectSlackAction,
  linkSlackChannelAction,
  linkSlackPersonAction,
  postSlackTestAction,
  unlinkSlackChannelAction,
} from "./actions";

export const metadata: Metadata = { title: "Slack" };

const PATH = "/settings/slack";
const Address = z.object({ cursor: AddressWord });

export default async function SlackPage({ searchParams }: PageProps<"/settings/slack">) {
  const ctx = await requireUser();
  const { cursor } = Address.parse(await searchParams);
  const [slack, calendar] = await Promise.all([findSlack(ctx), getCalendar(ctx)]);
  const isAdmin = canConnectSlack(ctx.actor);
  return (
    <Page measure>
      <Section title="Slack" meta={slack ? "connected" : "not connected"}>
        {slack ? (
          <SlackConnection
            slack={slack}
            calendar={calendar}
            check={isAdmin ? checkSlackAction : null}
            disconnect={disconnectSlackAction}
          />
        ) : (
          <p className="pt-3 text-muted text-pretty">
            With Slack connected, people write their updates in a channel or with /standup, and digests that
            somebody approved are posted there.{!isAdmin && " An admin connects it."}
          </p>
        )}
      </Section>
      {isAdmin && !slack && <Connect />}
      <Channels ctx={ctx} slack={slack} />
      {isAdmin && slack && <Missed ctx={ctx} calendar={calendar} />}
      {isAdmin && slack && <People ctx={ctx} cursor={cursor} />}
      {isAdmin && slack && <Connect again />}
    </Page>
  );
}

async function Connect({ again = false }: { again?: boolean }) {
  const site = await siteOfRequest();
  return (
    <Section title={again ? "The app in Slack" : "Connect Slack"}>
      <SlackGuide site={site} />
      <SlackForm action={connectSlackAction} again={again} />
    </Section>
  );
}

async function Channels({ ctx, slack }: { ctx: UserCtx; slack: Connection | null }) {
  const isAdmin = canConnectSlack(ctx.actor);
  const [channels, teams] = await Promise.all([listSlackChannels(ctx), listTeams(ctx)]);
  if (!isAdmin && channels.length === 0) return null;
  const acts = isAdmin ? { test: postSlackTestAction, unlink: unlinkSlackChannelAction } : null;
  return (
    <Section title="Channels">
      {channels.length > 0 ? (
        <SlackChannels channels={channels} acts={acts} />
      ) : (
        <p className="py-3 text-muted text-pretty">
          No channel is linked to a team yet. A webhook can be linked without the app: digests are then
          posted, and no update is taken.
        </p>
      )}
      {isAdmin && teams.length > 0 && (
        <SlackChannelForm
          key={channels.map(({ id }) => id).join()}
          action={linkSlackChannelAction}
          teams={teams.map(({ id, name }) => ({ id, name }))}
          connected={slack !== null}
        />
      )}
      {isAdmin && teams.length === 0 && <p className="py-3 text-muted">Make a team first, under Teams.</p>}
    </Section>
  );
}

async function Missed({ ctx, calendar }: { ctx: UserCtx; calendar: Calendar }) {
  const missed = await listSlackMissed(ctx);
  if (missed.length === 0) return null;
  return (
    <Section title="Not taken in the last seven days">
      <RowList label="Not taken">
        {missed.map(({ reason, messages, lastAt }) => (
          <Row
            key={reason}
            title={<span className="whitespace-normal wrap-anywhere">{reason}</span>}
            end={messages === 1 ? "1 message" : `${messages} messages`}
            endDetail={<Moment at={lastAt} calendar={calendar} />}
          />
        ))}
      </RowList>
    </Section>
  );
}

async function People({ ctx, cursor }: { ctx: UserCtx; cursor?: string }) {
  const [list, people] = await Promise.all([
    unlessRefused(listSlackPeople(ctx, { cursor })),
    listPeople(ctx),
  ]);
  if (!list.ok) return <RefusedList refusal={list} href={PATH} />;
  const { rows, next } = list.value;
  const choices = people
    .filter(({ deactivatedAt }) => !deactivatedAt)
    .map(({ id, name, email }) => ({ id, label: name, person: true, ...(email && { detail: email }) }));
  return (
    <Section title="People in Slack">
      {rows.length > 0 ? (
        <SlackPeople rows={rows} people={choices} link={linkSlackPersonAction} />
      ) : (
        <p className="py-3 text-muted">Nobody has written in a linked channel yet.</p>
      )}
      {(next || cursor) && (
        <nav aria-label="Pages" className="flex gap-2 py-3">
          {next && <LinkButton href={addressOf(PATH, { cursor: next })}>More people</LinkButton>}
          {cursor && (
            <LinkButton href={PATH} tone="quiet">
              From the start
            </LinkButton>
          )}
        </nav>
      )}
    </Section>
  );
}

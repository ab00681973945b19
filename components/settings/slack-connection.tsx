"use client";

import { Moment } from "#components/records/moment";
import { Fact, Facts } from "#components/records/sheet";
import { ActButton } from "#components/settings/act-button";
import { TryConnection } from "#components/settings/try-connection";
import { Reason } from "#components/ui/reason";
import type { SlackConnection as Connection } from "#lib/slack/queries";
import type { Calendar } from "#lib/users/calendar";
import type { Outcome } from "#lib/web/door";

type SlackConnectionProps = {
  slack: Connection;
  calendar: Calendar;
  /** Null for who only sees it. */
  check: (() => Promise<Outcome<unknown>>) | null;
  disconnect: () => Promise<Outcome<unknown>>;
};

/** The connected workspace: what is wrong with it first. What opens it is never shown. */
export function SlackConnection({ slack, calendar, check, disconnect }: SlackConnectionProps) {
  const { name, slackTeamId, connectedBy, missingScopes, trouble, heardAt, refusedAt } = slack;
  const lately = refusedAt !== null && (heardAt === null || refusedAt > heardAt);
  return (
    <div className="flex flex-col gap-3 pt-3">
      {trouble && (
        <Reason tone="block" title="Slack refuses what Countersign asks.">
          {trouble}
        </Reason>
      )}
      {check && lately && (
        <Reason tone="warn" title="Something came whose signature is wrong.">
          If it was Slack, the signing secret is not the app’s: connect it again with the one under Basic
          Information. Nothing of it was taken.
        </Reason>
      )}
      {check && missingScopes.length > 0 && (
        <Reason tone="warn" title="The app may not do all it is for.">
          {`It lacks ${missingScopes.join(", ")}. Add what is missing under OAuth & Permissions in Slack, install the app again, then try the connection here.`}
        </Reason>
      )}
      <Facts>
        <Fact name="Workspace">
          {name}, {slackTeamId}
        </Fact>
        <Fact name="Connected by">{connectedBy}</Fact>
        <Fact name="Last heard">
          {heardAt ? <Moment at={heardAt} calendar={calendar} /> : "nothing came from Slack yet"}
        </Fact>
      </Facts>
      {check && (
        <span className="flex flex-wrap items-center gap-2">
          <TryConnection check={check} fine="Slack takes the token." />
          <ActButton
            act={disconnect}
            label="Disconnect Slack"
            consequence="Its token and secret are forgotten. No update is taken from Slack, and no digest posted there. What is stored stays."
          />
        </span>
      )}
    </div>
  );
}

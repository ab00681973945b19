"use client";

import { useState, useTransition } from "react";
import { Moment } from "#components/records/moment";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import type { GivenApproval, StandupSettings } from "#lib/digests/settings-queries";
import type { OutletOf, StandingApprovalOf } from "#lib/standups/schema";
import type { Calendar } from "#lib/users/calendar";
import type { Outcome } from "#lib/web/door";

type StandingApprovalsProps = {
  settings: StandupSettings;
  calendar: Calendar;
  give: (outlet: OutletOf) => Promise<Outcome<unknown>>;
  revoke: (approval: StandingApprovalOf) => Promise<Outcome<unknown>>;
};

const WHERE = { slack: "the team’s Slack channel", circular: "the team by mail" } as const;
type Where = keyof typeof WHERE;

/** By which standing approvals digests go out without anybody reading them first: none, until a leader gives one. */
export function StandingApprovals({ settings, calendar, give, revoke }: StandingApprovalsProps) {
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const { team, held, approvals, mayGive, mayRun } = settings;
  const call = (verb: () => Promise<Outcome<unknown>>) =>
    start(async () => {
      const outcome = await reach(verb);
      setError(outcome.ok ? null : outcome.message);
    });
  const outlets: Where[] = [
    ...(held.slackChannelId ? (["slack"] as const) : []),
    ...(held.mailTeam ? (["circular"] as const) : []),
  ];
  const free = outlets.filter((outlet) => !approvals.some(({ channel }) => channel === outlet));
  return (
    <div className="flex flex-col gap-2 pt-3">
      {approvals.length === 0 && (
        <p className="max-w-(--size-measure) text-muted text-pretty">
          Each digest waits for the team’s lead or a leader. With a standing approval it goes out by itself,
          as long as the same version of the same writer writes it.
        </p>
      )}
      <ul>
        {approvals.map((approval) => (
          <li key={approval.id} className="flex flex-wrap items-center gap-3 border-b py-2">
            <p className="min-w-0 flex-1 text-pretty">
              <Given approval={approval} calendar={calendar} />
            </p>
            {mayRun && (
              <Button
                size="sm"
                pending={pending}
                onClick={() => call(() => revoke({ id: approval.id, teamId: team.id }))}
              >
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayGive &&
        free.map((channel) => (
          <div key={channel}>
            <Button
              size="sm"
              pending={pending}
              onClick={() => call(() => give({ teamId: team.id, channel }))}
            >
              Let digests go to {WHERE[channel]} by themselves
            </Button>
          </div>
        ))}
      <FormError>{error}</FormError>
    </div>
  );
}

function Given({ approval, calendar }: { approval: GivenApproval; calendar: Calendar }) {
  const { channel, writer, workflowVersion, giverName, givenAt, idle } = approval;
  const who = writer === "rules" ? "the built-in rules" : "Claude";
  return (
    <>
      Digests by {who}, version {workflowVersion}, go to {WHERE[channel as Where]} by themselves. {giverName}{" "}
      said so on <Moment at={givenAt} calendar={calendar} show="day" />.
      {idle && <> At present they wait for review. {idle}</>}
    </>
  );
}

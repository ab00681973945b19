"use client";

import { Moment } from "#components/records/moment";
import { ActButton } from "#components/settings/act-button";
import type { BriefSettings } from "#lib/briefing/settings-queries";
import type { BriefApprovalOf, BriefOutlet } from "#lib/briefs/schema";
import type { Calendar } from "#lib/users/calendar";
import type { Outcome } from "#lib/web/door";

type BriefApprovalsProps = {
  settings: BriefSettings;
  calendar: Calendar;
  give: (outlet: BriefOutlet) => Promise<Outcome<unknown>>;
  revoke: (approval: BriefApprovalOf) => Promise<Outcome<unknown>>;
};

const WHERE = { slack: "your Slack channel", circular: "you by mail" } as const;
type Where = keyof typeof WHERE;

/** By which standing approvals one's briefs go out before one has read them: none, until one gives one. */
export function BriefApprovals({
  settings: { held, approvals },
  calendar,
  give,
  revoke,
}: BriefApprovalsProps) {
  const outlets: Where[] = [
    ...(held.slackChannelId ? (["slack"] as const) : []),
    ...(held.byMail ? (["circular"] as const) : []),
  ];
  const free = outlets.filter((outlet) => !approvals.some(({ channel }) => channel === outlet));
  return (
    <div className="flex flex-col items-start gap-2 pt-3">
      <p className="max-w-(--size-measure) text-muted text-pretty">
        {approvals.length === 0
          ? "Each brief waits for you. With a standing approval it goes out by itself, as long as the same version of the same writer writes it."
          : "A brief with a figure that its line does not say, or an order in it, still waits for you."}
      </p>
      <ul className="w-full">
        {approvals.map(({ id, channel, writer, workflowVersion, givenAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-b py-2">
            <p className="min-w-0 flex-1 text-pretty">
              Briefs by {writer === "rules" ? "the built-in rules" : "Claude"}, version {workflowVersion}, go
              to {WHERE[channel as Where]} by themselves, since{" "}
              <Moment at={givenAt} calendar={calendar} show="day" />.
            </p>
            <ActButton
              act={() => revoke({ id })}
              label={`Take back that briefs go to ${WHERE[channel as Where]}`}
              short="Take it back"
            />
          </li>
        ))}
      </ul>
      {held.active &&
        free.map((channel) => (
          <ActButton
            key={channel}
            act={() => give({ channel })}
            label={`Let briefs go to ${WHERE[channel]} by themselves`}
          />
        ))}
    </div>
  );
}

"use client";

import { DaysForm } from "#components/leads/days-form";
import { ActButton } from "#components/settings/act-button";
import { Day } from "#components/ui/day";
import { LinkButton } from "#components/ui/link-button";
import { Section } from "#components/ui/section";
import { StateWord } from "#components/ui/state-word";
import type { LeadFollowUps } from "#lib/cadence/queries";
import type { Outcome } from "#lib/web/door";

export type FollowUpVerbs = {
  draftNow: (leadId: string) => Promise<Outcome<{ runId: string }>>;
  start: (leadId: string, days: number[]) => Promise<Outcome<void>>;
  change: (leadId: string, version: number, days: number[]) => Promise<Outcome<void>>;
  end: (leadId: string, version: number) => Promise<Outcome<void>>;
};

type FollowUpsProps = {
  lead: { id: string; name: string };
  followUps: LeadFollowUps;
  verbs: FollowUpVerbs;
  /** YYYY-MM-DD of whoever looks. */
  today: string;
};

/** What is to be written to a lead and when, with what can be done about it. */
export function FollowUps({ lead, followUps, verbs, today }: FollowUpsProps) {
  const { cadence, next, draftId, runId, defaultDays, mayFollowUp } = followUps;
  const goes = cadence?.state === "going" || cadence?.state === "paused";
  return (
    <Section title="Follow-ups">
      <div className="flex flex-col gap-3 pt-3 text-sm">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Standing cadence={cadence} />
          {cadence && goes && (
            <span className="text-muted">
              {cadence.step} of {cadence.days.length} drafted
            </span>
          )}
        </p>
        {next.map(({ why, on, reason }) => (
          <p key={`${why} ${on}`} className="text-muted">
            {WHY[why]} on <Day on={on} today={today} />
            {reason && `. ${reason}`}
          </p>
        ))}
        <div className="flex flex-wrap items-center gap-2">
          {draftId && (
            <LinkButton href={`/reviews/${draftId}`} tone="primary">
              Review the draft
            </LinkButton>
          )}
          {!draftId && runId && <LinkButton href={`/runs/${runId}`}>A draft is being written</LinkButton>}
          {mayFollowUp && !draftId && !runId && (
            <ActButton label="Draft a follow-up now" act={() => verbs.draftNow(lead.id)} />
          )}
          {mayFollowUp && goes && cadence && (
            <ActButton
              label="Stop follow-ups"
              act={() => verbs.end(lead.id, cadence.version)}
              consequence={`Nothing more is drafted for ${lead.name} until somebody starts it again. A draft that waits stays.`}
            />
          )}
        </div>
        {mayFollowUp && (
          <DaysForm
            key={cadence?.version ?? 0}
            days={goes && cadence ? cadence.days : defaultDays}
            label={goes ? "Change the days" : "Start follow-ups"}
            save={(days) =>
              goes && cadence ? verbs.change(lead.id, cadence.version, days) : verbs.start(lead.id, days)
            }
          />
        )}
      </div>
    </Section>
  );
}

function Standing({ cadence }: Pick<LeadFollowUps, "cadence">) {
  if (!cadence) return <StateWord state="unmatched">none planned</StateWord>;
  switch (cadence.state) {
    case "going":
      return <StateWord state="waiting">going on</StateWord>;
    case "paused":
      return <StateWord state="told">waiting, an auto-reply came</StateWord>;
    case "done":
      return <StateWord state="done">all drafted</StateWord>;
    case "stopped":
      return <StateWord state="done">stopped: {STOPS[cadence.stop ?? "person"]}</StateWord>;
  }
}

const STOPS = {
  replied: "they answered",
  bounced: "mail came back",
  unsubscribed: "they unsubscribed",
  closed: "the deal is closed",
  person: "somebody ended it",
};

const WHY = {
  cadence: "The next one is drafted",
  quiet: "A nudge is drafted, if nothing happens before,",
  promise: "One about a promise is drafted",
};

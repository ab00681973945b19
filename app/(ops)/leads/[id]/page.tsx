import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ConsentPanel } from "#components/leads/consent-panel";
import { DeleteLeadButton } from "#components/leads/delete-lead";
import { FollowUps } from "#components/leads/follow-ups";
import { LeadFacts, LeadProgress } from "#components/leads/lead-facts";
import { MentionList } from "#components/leads/mention-list";
import { NoteForm } from "#components/leads/note-form";
import { Timeline } from "#components/leads/timeline";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { Section } from "#components/ui/section";
import { getLeadFollowUps } from "#lib/cadence/queries";
import { AddressWord } from "#lib/inputs/address";
import { findMentions } from "#lib/leads/mentions";
import { getLead } from "#lib/leads/queries";
import { listTimeline } from "#lib/leads/timeline-queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";
import { change, draftNow, end, start } from "../follow-up-verbs";
import { edit, move, note, recordConsent, remove, withdraw } from "../verbs";

export const metadata: Metadata = { title: "Lead" };

const Address = z.object({ cursor: AddressWord });

export default async function LeadPage({ params, searchParams }: PageProps<"/leads/[id]">) {
  const ctx = await requireUser();
  const { id } = await params;
  const { cursor } = Address.parse(await searchParams);
  const found = await unlessRefused(getLead(ctx, id));
  if (!found.ok) notFound();
  const lead = found.value;
  const [timeline, mentions, people, calendar, followUps] = await Promise.all([
    unlessRefused(listTimeline(ctx, { leadId: lead.id, cursor })),
    unlessRefused(findMentions(ctx, lead)),
    listRoster(ctx),
    getCalendar(ctx),
    getLeadFollowUps(ctx, lead.id),
  ]);
  const page = timeline.ok ? timeline.value : { rows: [], next: null };
  return (
    <>
      <Live
        on={["lead.", "consent.", "suppression.", "cadence.", "delivery.", "draft.", "run."]}
        since={await newestEvent()}
      />
      <TopBar title={lead.name} within={{ href: "/leads", label: "Leads" }} newSource={false} />
      <div className="grid flex-1 content-start gap-x-8 gap-y-6 p-4 md:p-6 lg:grid-cols-[minmax(0,60rem)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <h2 className="text-xl tracking-tight wrap-anywhere">
            <bdi>{lead.name}</bdi>
          </h2>
          <p className="mt-0.5 text-muted wrap-anywhere">
            {[lead.title, lead.company].filter(Boolean).join(", ") || "Nothing is known of their work."}
          </p>
        </div>
        <div className="min-w-0 lg:row-span-2">
          <Section title="How far it is">
            <LeadProgress
              lead={lead}
              people={people.map(({ id: personId, name }) => ({ id: personId, name }))}
              me={ctx.actor.id}
              today={calendar.today}
              verbs={{ edit, move }}
            />
          </Section>
          <FollowUps
            lead={{ id: lead.id, name: lead.name }}
            followUps={followUps}
            verbs={{ draftNow, start, change, end }}
            today={calendar.today}
          />
          <Section title="May they be written to?">
            <ConsentPanel lead={lead} calendar={calendar} verbs={{ recordConsent, withdraw }} />
          </Section>
          <Section title="Who they are">
            <LeadFacts lead={lead} verbs={{ edit, move }} />
          </Section>
          {lead.mayDelete && (
            <DeleteLeadButton lead={{ id: lead.id, version: lead.version }} remove={remove} />
          )}
        </div>
        <div className="min-w-0">
          {lead.mayChange && <NoteForm key={lead.id} leadId={lead.id} today={calendar.today} add={note} />}
          <Section title="Timeline">
            <Timeline leadId={lead.id} page={page} cursor={cursor} calendar={calendar} />
          </Section>
          <MentionList mentions={mentions.ok ? mentions.value : []} calendar={calendar} />
        </div>
      </div>
    </>
  );
}

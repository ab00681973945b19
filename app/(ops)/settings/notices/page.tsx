import type { Metadata } from "next";
import { Moment } from "#components/records/moment";
import { BriefApprovals } from "#components/settings/brief-approvals";
import { BriefForm } from "#components/settings/brief-form";
import { CalendarLink } from "#components/settings/calendar-link";
import { NoticesForm } from "#components/settings/notices-form";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { getBriefSettings } from "#lib/briefing/settings-queries";
import { canHaveBrief } from "#lib/briefs/policy";
import { findFeed } from "#lib/feeds/queries";
import { getNoticeSettings } from "#lib/notices/settings";
import { type Calendar, getCalendar } from "#lib/users/calendar";
import { currentPerson, requireUser } from "#lib/web/session";
import {
  changeBriefAction,
  changeNoticesAction,
  giveBriefApprovalAction,
  makeFeedAction,
  revokeBriefApprovalAction,
  revokeFeedAction,
} from "./actions";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticeSettingsPage() {
  const ctx = await requireUser();
  const [settings, brief, feed, calendar, { email, timeZone }] = await Promise.all([
    getNoticeSettings(ctx),
    canHaveBrief(ctx.actor) ? getBriefSettings(ctx) : null,
    findFeed(ctx),
    getCalendar(ctx),
    currentPerson(),
  ]);
  return (
    <Page measure>
      <Section title="What you are told" meta="Always in Countersign, under Notices.">
        {!ctx.channels.smtp && (
          <p className="pt-3 text-muted text-pretty">
            No mail is set up here, so nothing comes by mail yet. What you choose holds as soon as an admin
            has set it up.
          </p>
        )}
        <NoticesForm action={changeNoticesAction} settings={settings} email={email} timeZone={timeZone} />
      </Section>
      {brief && (
        <Section title="Your weekly brief" meta={<NextBrief at={brief.nextAt} calendar={calendar} />}>
          <BriefForm
            key={brief.held.version}
            action={changeBriefAction}
            settings={brief}
            email={email}
            timeZone={timeZone}
          />
          {brief.held.version > 0 && (
            <BriefApprovals
              settings={brief}
              calendar={calendar}
              give={giveBriefApprovalAction}
              revoke={revokeBriefApprovalAction}
            />
          )}
        </Section>
      )}
      <Section title="Your actions in your calendar">
        <CalendarLink
          feed={
            feed
              ? {
                  createdAt: feed.createdAt.toISOString(),
                  lastReadAt: feed.lastReadAt?.toISOString() ?? null,
                }
              : null
          }
          make={makeFeedAction}
          revoke={revokeFeedAction}
          calendar={calendar}
        />
      </Section>
    </Page>
  );
}

function NextBrief({ at, calendar }: { at: string | null; calendar: Calendar }) {
  if (!at) return null;
  return (
    <span>
      The next one is written on <Moment at={at} calendar={calendar} show="day" />.
    </span>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { StandingApprovals } from "#components/standups/standing-approvals";
import { StandupForm } from "#components/standups/standup-form";
import { Section } from "#components/ui/section";
import { getStandupSettings } from "#lib/digests/settings-queries";
import { canStoreSource } from "#lib/intake/policy";
import { listSlackChannels } from "#lib/slack/queries";
import { getCalendar } from "#lib/users/calendar";
import { orNotFound } from "#lib/web/or-not-found";
import { requireUser } from "#lib/web/session";
import { changeStandupAction, give, revoke } from "./actions";

export const metadata: Metadata = { title: "How the stand-up is held" };

export default async function StandupSettingsPage({ params }: PageProps<"/standups/[teamId]/settings">) {
  const ctx = await requireUser();
  const { teamId } = await params;
  const [settings, channels, calendar] = await Promise.all([
    orNotFound(getStandupSettings(ctx, teamId)),
    listSlackChannels(ctx),
    getCalendar(ctx),
  ]);
  if (!settings.mayRun) notFound();
  return (
    <>
      <TopBar
        title="How it is held"
        within={{ href: `/standups/${teamId}`, label: settings.team.name }}
        newSource={canStoreSource(ctx.actor)}
      />
      <Page measure>
        <Section title="The stand-up" meta={settings.team.name}>
          <StandupForm
            key={settings.held.version}
            action={changeStandupAction}
            held={settings.held}
            channels={channels.filter((channel) => channel.teamId === teamId)}
          />
        </Section>
        <Section title="Standing approvals">
          <StandingApprovals settings={settings} calendar={calendar} give={give} revoke={revoke} />
        </Section>
      </Page>
    </>
  );
}

import type { Metadata } from "next";
import { OutreachForm } from "#components/settings/outreach-form";
import { VoiceForm } from "#components/settings/voice-form";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { canChangeOutreach, canHaveVoice } from "#lib/outreach/policy";
import { getOutreach, getVoice, isIdentified } from "#lib/outreach/queries";
import { requireUser } from "#lib/web/session";
import { changeOutreachAction, changeVoiceAction } from "./actions";

export const metadata: Metadata = { title: "Follow-ups" };

export default async function FollowUpSettingsPage() {
  const ctx = await requireUser();
  const [outreach, voice] = await Promise.all([getOutreach(ctx), getVoice(ctx)]);
  return (
    <Page measure>
      {canHaveVoice(ctx.actor) && (
        <Section title="How you write" meta="Of your follow-ups alone.">
          <VoiceForm action={changeVoiceAction} voice={voice} name={ctx.actor.name} />
        </Section>
      )}
      <Section title="The company in its mails" meta="The law asks for it in each of them.">
        {!isIdentified(outreach) && (
          <p className="pt-3 text-muted text-pretty">
            No follow-up leaves before the name, the mailing address and a contact are filled in.
          </p>
        )}
        <OutreachForm
          action={changeOutreachAction}
          outreach={outreach}
          allowed={canChangeOutreach(ctx.actor)}
        />
      </Section>
    </Page>
  );
}

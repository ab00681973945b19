"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { TextArea } from "#components/ui/text-area";
import type { Voice } from "#lib/outreach/queries";
import type { FormAction } from "#lib/web/door";

/** How somebody signs and writes, and when they are off. */
export function VoiceForm({ action, voice, name }: { action: FormAction; voice: Voice; name: string }) {
  return (
    <SettingsForm action={action} save="Save how I write">
      {(errors) => (
        <>
          <input type="hidden" name="version" value={voice.version} />
          <TextArea
            label="Signature"
            name="signature"
            defaultValue={voice.signature}
            rows={3}
            maxLength={300}
            placeholder={name}
            help="Stands under what you send. Without one it is your name."
            error={errors.signature}
          />
          <TextArea
            label="Tone"
            name="tone"
            defaultValue={voice.tone}
            rows={3}
            maxLength={500}
            placeholder="Short sentences, no exclamation marks"
            help="In your words. Claude is told, and shown mails of yours that were approved."
            error={errors.tone}
          />
          <TextArea
            label="Days off"
            name="daysOff"
            defaultValue={voice.daysOff.join("\n")}
            rows={3}
            placeholder="2026-12-24"
            help="One day a line, such as 2026-12-24. Nothing is drafted for you on them, nor on your weekends."
            error={errors.daysOff}
          />
        </>
      )}
    </SettingsForm>
  );
}

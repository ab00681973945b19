"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { TextArea } from "#components/ui/text-area";
import type { Voice } from "#lib/outreach/queries";
import type { FormAction } from "#lib/web/door";

/** How somebody signs and writes. */
export function VoiceForm({ action, voice, name }: { action: FormAction; voice: Voice; name: string }) {
  return (
    <SettingsForm action={action} save="Save how I write">
      {(errors) => (
        <>
          <input type="hidden" name="version" value={voice.version} />
          {LINES.map(({ name: field, ...line }) => (
            <TextArea
              key={field}
              name={field}
              rows={3}
              placeholder={field === "signature" ? name : undefined}
              {...line}
              defaultValue={voice[field]}
              error={errors[field]}
            />
          ))}
        </>
      )}
    </SettingsForm>
  );
}

const LINES = [
  {
    name: "signature",
    label: "Signature",
    maxLength: 300,
    help: "Stands under what you send. Without one it is your name.",
  },
  {
    name: "tone",
    label: "Tone",
    maxLength: 500,
    placeholder: "Short sentences, no exclamation marks",
    help: "In your words. Claude is told, and shown mails of yours that were approved.",
  },
] as const;

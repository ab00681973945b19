"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/text-area";
import {
  SLACK_COMMANDS_PATH,
  SLACK_EVENTS_PATH,
  SLACK_SCOPES,
  slackManifest,
} from "#lib/format/slack-manifest";

/** How the app is made in Slack, step by step, with the addresses and the scopes it needs. */
export function SlackGuide({ site }: { site: string }) {
  return (
    <div className="flex flex-col gap-3 pt-3">
      <ol className="flex list-decimal flex-col gap-2 pl-5 text-pretty">
        <li>
          Open api.slack.com/apps, choose Create New App, then From a manifest, and paste the text below.
          Slack has to reach {site} over https.
        </li>
        <li>Install the app in your workspace. A workspace may ask its own admins first.</li>
        <li>
          Copy the bot token (OAuth & Permissions, it begins with xoxb-) and the signing secret (Basic
          Information, App Credentials) into the form.
        </li>
        <li>
          Once it is connected, open Event Subscriptions in Slack and choose Retry: Slack verifies the address
          only then.
        </li>
        <li>In each channel in which updates are written: /invite @Countersign. Then link the channel.</li>
      </ol>
      <Manifest text={slackManifest(site)} />
      <details>
        <summary className="cursor-pointer font-medium">Without a manifest: addresses and scopes</summary>
        <dl className="flex flex-col gap-2 pt-2">
          <Term name="Event Subscriptions, Request URL">{`${site}${SLACK_EVENTS_PATH}`}</Term>
          <Term name="Bot event">message.channels</Term>
          <Term name="Slash command /standup, with Escape channels, users, and links">
            {`${site}${SLACK_COMMANDS_PATH}`}
          </Term>
          {Object.entries(SLACK_SCOPES).map(([scope, use]) => (
            <div key={scope}>
              <dt>
                <code className="font-mono text-xs wrap-anywhere">{scope}</code>
              </dt>
              <dd className="text-xs text-muted">{use}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

function Term({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd>
        <code className="font-mono text-xs wrap-anywhere">{children}</code>
      </dd>
    </div>
  );
}

function Manifest({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <TextArea
          label="Manifest of the app"
          value={text}
          readOnly
          rows={6}
          onFocus={(event) => event.target.select()}
        />
      </div>
      <span className="flex items-center gap-3">
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          Copy the manifest
        </Button>
        <span role="status" className="text-xs text-muted">
          {copied ? "Copied." : ""}
        </span>
      </span>
    </div>
  );
}

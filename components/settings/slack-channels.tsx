import { ActButton } from "#components/settings/act-button";
import { SlackTest } from "#components/settings/slack-test";
import { Badge } from "#components/ui/badge";
import type { SlackChannelRow } from "#lib/slack/queries";
import type { Outcome } from "#lib/web/door";

type Act = (channelId: string) => Promise<Outcome<unknown>>;
type SlackChannelsProps = { channels: SlackChannelRow[]; acts: { test: Act; unlink: Act } | null };

/** The linked channels, each with its team, what it is for, and what is wrong with it. */
export function SlackChannels({ channels, acts }: SlackChannelsProps) {
  return (
    <ul aria-label="Linked channels">
      {channels.map(({ id, name, teamName, takesUpdates, byWebhook, trouble }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2 pr-3 pl-4 wrap-anywhere last:border-b-0"
        >
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {`#${name}`}
              {byWebhook && <Badge>webhook</Badge>}
            </p>
            <p className="text-xs text-muted text-pretty">
              {takesUpdates
                ? `${teamName} writes its updates there. Digests may be posted there.`
                : `Digests of ${teamName} may be posted there.`}
            </p>
            {trouble && <p className="text-xs text-danger-text text-pretty">{trouble}</p>}
          </div>
          {acts && (
            <span className="flex flex-wrap items-center gap-2">
              <SlackTest act={acts.test.bind(null, id)} name={name} />
              <ActButton
                act={acts.unlink.bind(null, id)}
                label={`Unlink #${name}`}
                short="Unlink"
                consequence="Nothing written there is taken, and nothing posted there any more. What is stored stays."
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

import { SlackPersonDialog } from "#components/settings/slack-person-dialog";
import type { Choice } from "#components/ui/picker";
import { Row, RowList } from "#components/ui/row-list";
import type { SlackPersonRow } from "#lib/slack/queries";
import type { FormAction } from "#lib/web/door";

const HOW: Record<string, string> = {
  email: "found by their e-mail address",
  handle: "found by their handle",
  admin: "said by an admin",
};

type SlackPeopleProps = { rows: SlackPersonRow[]; people: Choice[]; link: FormAction };

/** Who wrote in Slack, and who of ours each is; those who are nobody yet first. */
export function SlackPeople({ rows, people, link }: SlackPeopleProps) {
  return (
    <RowList label="People in Slack">
      {rows.map((row) => (
        <Row
          key={row.slackUserId}
          title={row.name || row.slackUserId}
          detail={detailOf(row)}
          end={<SlackPersonDialog row={row} people={people} link={link} />}
        />
      ))}
    </RowList>
  );
}

function detailOf({ slackUserId, person, linkedBy }: SlackPersonRow): string {
  if (person) return `${slackUserId}: ${person}, ${HOW[linkedBy ?? ""] ?? "linked"}`;
  return linkedBy ? `${slackUserId}: nobody here, said by an admin` : `${slackUserId}: nobody here yet`;
}

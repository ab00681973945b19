import { RowLink } from "#components/records/row-link";
import { MoveForm } from "#components/series/move-form";
import { Day } from "#components/ui/day";
import type { SeriesMeeting } from "#lib/series/queries";
import type { Calendar } from "#lib/users/calendar";
import type { FormAction } from "#lib/web/door";

type MeetingListProps = {
  seriesId: string;
  meetings: SeriesMeeting[];
  names: string[];
  move: FormAction;
  calendar: Calendar;
};

/** The meetings of a series, the last held first, each with what came of it. */
export function MeetingList({ seriesId, meetings, names, move, calendar }: MeetingListProps) {
  return (
    <ul aria-label="Meetings">
      {meetings.map((meeting) => (
        <li
          key={meeting.sourceId}
          className="group relative flex min-h-(--size-row) flex-wrap items-center gap-x-4 gap-y-1 border-b py-1.5"
        >
          <span className="w-20 flex-none text-xs text-muted">
            <Day on={meeting.heldOn} today={calendar.today} />
          </span>
          <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
            <RowLink href={meeting.draft ? `/reviews/${meeting.draft.id}` : `/sources/${meeting.sourceId}`}>
              {meeting.title}
            </RowLink>
          </span>
          <span className="ml-auto flex flex-wrap items-center justify-end gap-x-4">
            <span className="text-xs text-muted">{STATES[meeting.draft?.state ?? "none"]}</span>
            {meeting.mayMove && (
              <span className="relative z-1">
                <MoveForm meeting={meeting} from={seriesId} names={names} move={move} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const STATES = {
  pending: "waits for review",
  approved: "approved",
  rejected: "rejected",
  deleted: "deleted",
  none: "no draft yet",
};

import { SheetPart } from "#components/records/sheet";
import { Day } from "#components/ui/day";
import { TextLink } from "#components/ui/text-link";
import type { Saying } from "#lib/blockers/sayings";
import type { Day as CalendarDay } from "#lib/format/dates";
import { passageHref } from "#lib/sources/passage";

/** What was said on each day, the last first, with the way to the update that says it. */
export function Sayings({ sayings, today }: { sayings: Saying[]; today: CalendarDay }) {
  return (
    <SheetPart label="What was said">
      {sayings.length === 0 && (
        <p className="text-muted">The updates aren’t shared with you, so their words aren’t shown.</p>
      )}
      <ol className="flex flex-col gap-3">
        {sayings.map(({ day, by, quote, deleted, ...words }) => (
          <li key={`${words.sourceId} ${words.start}`}>
            {deleted || !quote ? (
              <p className="text-muted">The update was deleted, and its words with it.</p>
            ) : (
              <blockquote dir="auto" className="text-md whitespace-pre-line text-pretty">
                <mark>{quote}</mark>
              </blockquote>
            )}
            <p className="mt-1 text-xs text-faint">
              {by ? `${by}, ` : ""}
              <Day on={day} today={today} />
              {!deleted && (
                <>
                  {", "}
                  <TextLink href={passageHref(words)}>open in the update</TextLink>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </SheetPart>
  );
}

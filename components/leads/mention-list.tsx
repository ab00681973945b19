import { Moment } from "#components/records/moment";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import type { Found } from "#lib/search/shown";
import type { Calendar } from "#lib/users/calendar";

/** Meetings that name a lead or its company, as far as the reader sees them. */
export function MentionList({ mentions, calendar }: { mentions: Found[]; calendar: Calendar }) {
  if (mentions.length === 0) return null;
  return (
    <Section title="Named in meetings">
      <ul>
        {mentions.map(({ id, at, title, excerpt }) => (
          <li key={id} className="border-b py-2">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <TextLink href={`/sources/${id}`}>{title.map(({ text }) => text).join("")}</TextLink>
              <span className="ml-auto text-xs text-faint">
                <Moment at={at} calendar={calendar} show="day" />
              </span>
            </span>
            {excerpt && (
              <span className="block text-xs text-pretty text-muted wrap-anywhere">
                {excerpt.map(({ text }) => text).join("")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

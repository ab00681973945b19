import { countOf } from "#components/review/words";
import { Diff } from "#components/ui/diff";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import { addressOf } from "#lib/format/address";
import { formatMoment } from "#lib/format/moments";
import type { Changed, SourceVersion } from "#lib/sources/version-queries";

type VersionListProps = { sourceId: string; versions: SourceVersion[]; timeZone: string };

/** The corrections of a source: who, when, why, and of the one that is opened what differs from the text before. */
export function VersionList({ sourceId, versions, timeZone }: VersionListProps) {
  return (
    <Section title="Corrections">
      <ul>
        {versions
          .filter(({ version }) => version > 1)
          .map(({ version, by, at, reason, changed }) => (
            <li key={version} className="border-b py-2.5 last:border-b-0">
              <p className="text-muted">
                <b className="font-medium text-ink">Version {version}</b>, by {by},{" "}
                <time dateTime={at}>{formatMoment(new Date(at), timeZone)}</time>
                {reason && `: “${reason}”`}
                {!changed && (
                  <>
                    {" "}
                    <TextLink href={addressOf(`/sources/${sourceId}`, { version: String(version) })}>
                      What version {version} changed
                    </TextLink>
                  </>
                )}
              </p>
              {changed && <ChangedLines changed={changed} />}
            </li>
          ))}
      </ul>
    </Section>
  );
}

function ChangedLines({ changed: { lines, more } }: { changed: Changed }) {
  return (
    <>
      <ul className="mt-1">
        {lines.map(({ number, before, after }) => (
          <li key={`${number} ${before === null}`} className="flex gap-3 leading-5.5">
            <span className="flex-none text-xs leading-5.5 text-faint">line {number}</span>
            <span className="min-w-0 wrap-anywhere">
              <Diff before={before ?? ""} after={after ?? ""} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-xs text-muted">And {countOf(more, "line")} more.</p>}
    </>
  );
}

import { countOf } from "#components/review/words";
import { Diff } from "#components/ui/diff";
import { Section } from "#components/ui/section";
import { formatMoment } from "#lib/format/moments";
import type { SourceVersion } from "#lib/sources/version-queries";

/** The corrections of a source: who, when, why, and what differs from the text before. */
export function VersionList({ versions, timeZone }: { versions: SourceVersion[]; timeZone: string }) {
  return (
    <Section title="Corrections">
      <ul>
        {versions.slice(0, -1).map(({ version, by, at, reason, changes, more }) => (
          <li key={version} className="border-b py-2.5 last:border-b-0">
            <p className="text-muted">
              <b className="font-medium text-ink">Version {version}</b>, by {by},{" "}
              <time dateTime={at}>{formatMoment(new Date(at), timeZone)}</time>
              {reason && `: “${reason}”`}
            </p>
            <ul className="mt-1">
              {changes.map(({ number, before, after }) => (
                <li key={`${number} ${before === null}`} className="flex gap-3 leading-5.5">
                  <span className="flex-none text-xs leading-5.5 text-faint">line {number}</span>
                  <span className="min-w-0 wrap-anywhere">
                    <Diff before={before ?? ""} after={after ?? ""} />
                  </span>
                </li>
              ))}
            </ul>
            {more > 0 && <p className="text-xs text-muted">And {countOf(more, "line")} more.</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { Section } from "#components/ui/section";
import type { SentLetter } from "#lib/deliveries/view";

/** The mail in words, with the headers and the exact bytes once it was handed over. */
export function SentMail({ letter, download }: { letter: SentLetter; download: string }) {
  return (
    <>
      <Section title="The mail">
        <p className="pt-3 text-muted">
          Subject: <b className="font-medium text-ink">{letter.subject}</b>
        </p>
        <pre className="max-w-(--size-measure) pt-3 font-sans text-base whitespace-pre-wrap wrap-anywhere">
          {letter.text}
        </pre>
      </Section>
      {letter.raw === null ? (
        <p className="pt-3 text-muted">Its bytes are made when it is handed over first, and kept.</p>
      ) : (
        <Section
          title="As it was handed over"
          meta={`${letter.raw.length.toLocaleString("en-CA")} bytes, the same at every try`}
        >
          <dl className="grid gap-x-4 gap-y-1 pt-3 text-xs md:grid-cols-[12rem_1fr]">
            {letter.headers.map(({ name, value }) => (
              <div key={`${name}: ${value}`} className="contents">
                <dt className="text-faint">{name}</dt>
                <dd className="min-w-0 break-all">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="pt-3">
            <a className="text-accent-text underline" href={download} download>
              Download the message (.eml)
            </a>
          </p>
          <details className="pt-3">
            <summary className="text-muted">Show every byte</summary>
            <pre className="mt-2 rounded-md border bg-surface p-3 font-mono text-xs whitespace-pre-wrap break-all">
              {letter.raw}
            </pre>
          </details>
        </Section>
      )}
    </>
  );
}

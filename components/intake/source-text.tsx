import { TextLines } from "#components/intake/text-lines";
import type { Passage } from "#lib/sources/passage";

/** A source's text by itself, with the words that led here under the marker. */
export function SourceText({ text, passage }: { text: string; passage: Passage }) {
  return (
    <section aria-label="The text" className="mt-4.5 rounded-lg border px-3.5 py-3">
      {passage === "changed" && (
        <p className="mb-3 border-l-2 border-info-line pl-3 text-xs text-muted">
          The words you came for aren’t in the text any more: it was changed since.
        </p>
      )}
      <TextLines text={text} quotes={[]} wanted={passage === "changed" ? null : passage} />
    </section>
  );
}

import { FirstOf } from "#components/intake/custody-dialog";
import { countOf, listOf } from "#components/review/words";
import type { RedactionPreview, Touched } from "#lib/custody/redaction-queries";

/** What taking words out touches, before it is done. */
export function RedactionSeen({ preview, drop }: { preview: RedactionPreview; drop: boolean }) {
  const { written, masked } = preview;
  const from = drop
    ? "Dropped, because it was written from those sentences"
    : "Kept, with the words blacked out, though it was written from those sentences";
  return (
    <>
      <p>{whereOf(preview)}</p>
      <Part lead={from} touched={written} />
      <Part lead="Kept, with the words blacked out" touched={masked} />
      {countsOf(written) === "" && countsOf(masked) === "" && <p>Nothing was written from there.</p>}
    </>
  );
}

function Part({ lead, touched }: { lead: string; touched: Touched }) {
  const counts = countsOf(touched);
  if (!counts) return null;
  return (
    <div className="mt-2">
      <p>
        {lead}: {counts}.
      </p>
      <FirstOf texts={touched.first} more={touched.more} />
    </div>
  );
}

function whereOf({ places, named }: RedactionPreview): string {
  if (places === 0) return "They stand only in its title or in the name of its file.";
  return `They stand in ${countOf(places, "place")} of the source${named ? ", and in its title or the name of its file" : ""}.`;
}

function countsOf({ points, records }: Touched): string {
  const counts = [points > 0 && countOf(points, "point"), records > 0 && countOf(records, "record")];
  return listOf(counts.filter((count) => count !== false));
}

import type { Box, SeenBy, Source } from "#components/intake/use-box";
import type { FileRow } from "#components/intake/use-files";
import type { StoreSource } from "#lib/intake/schema";

/** What is stored of what stands in the box. */
export function boxInput(box: Box, now: Source, workflow: string, series: string): StoreSource {
  const { text, fileName, format, seenBy } = box;
  return {
    workflow,
    ...now,
    text,
    ...readersOf(seenBy),
    series: series.trim() || null,
    ...(fileName && { fileName }),
    ...(format && { format }),
  };
}

type ReadRow = Extract<FileRow, { state: "read" | "storing" }>;
type InCommon = { workflow: string; timeZone: string; seenBy: SeenBy; series: string };

/** What is stored of one of several files. */
export function fileInput(row: ReadRow, { workflow, timeZone, seenBy, series }: InCommon): StoreSource {
  const { text, format } = row.reading;
  return {
    workflow,
    timeZone,
    ...row.source,
    text,
    format,
    fileName: row.name.slice(0, 255),
    ...readersOf(seenBy),
    series: series.trim() || null,
  };
}

function readersOf(seenBy: SeenBy): Pick<StoreSource, "visibility" | "teamId"> {
  const [visibility, teamId = null] = seenBy.startsWith("team:")
    ? (["team", seenBy.slice(5)] as const)
    : [seenBy];
  return { visibility: visibility as StoreSource["visibility"], teamId };
}

import { z } from "zod";
import { Cursor, Id, Line, Version } from "#lib/inputs/schema";

/** What a series is called. */
export const SeriesName = Line.min(1, "Give the series a name.").max(120);

/** `version` is the one the person saw; anything newer is a conflict. */
export const RenameSeries = z.object({ seriesId: Id, version: Version, name: SeriesName });
export type RenameSeries = z.infer<typeof RenameSeries>;

/** `from` is the series the person saw the meeting in; `to` the name of one that is there or begins, or null for none. */
export const MoveSource = z.object({ sourceId: Id, from: Id.nullable(), to: SeriesName.nullable() });
export type MoveSource = z.infer<typeof MoveSource>;

/** Which series a list shows. */
export const SeriesFilter = z.object({ cursor: Cursor.optional() });
export type SeriesFilter = z.input<typeof SeriesFilter>;

import { z } from "zod";
import { QueueNarrowing } from "#lib/drafts/schema";
import { Id, Line } from "#lib/inputs/schema";

const Name = Line.min(1, "Give it a name.").max(60, "Give it a shorter name.");

export const KeepFilter = z.object({ name: Name, filter: QueueNarrowing });
export type KeepFilter = z.input<typeof KeepFilter>;

export const RenameFilter = z.object({ filterId: Id, name: Name });
export type RenameFilter = z.infer<typeof RenameFilter>;

export const DropFilter = z.object({ filterId: Id });
export type DropFilter = z.infer<typeof DropFilter>;

import { z } from "zod";
import { QueueNarrowing } from "#lib/drafts/schema";
import { Id, Line, SearchWords } from "#lib/inputs/schema";

const Name = Line.min(1, "Give it a name.").max(60, "Give it a shorter name.");

export const KeepFilter = z.object({ name: Name, filter: QueueNarrowing });
export type KeepFilter = z.input<typeof KeepFilter>;

/** What the address of the list of leads says. */
export const LeadView = z.object({
  words: SearchWords.optional(),
  stage: z.string().max(20).optional(),
  who: z.string().max(64).optional(),
  quiet: z.string().max(3).optional(),
  consent: z.string().max(20).optional(),
});
export type LeadView = z.infer<typeof LeadView>;

export const KeepLeadFilter = z.object({ name: Name, filter: LeadView });
export type KeepLeadFilter = z.input<typeof KeepLeadFilter>;

/** A view of the leads that somebody keeps under a name. */
export type KeptLeadFilter = { id: string; name: string; filter: LeadView };

export const RenameFilter = z.object({ filterId: Id, name: Name });
export type RenameFilter = z.infer<typeof RenameFilter>;

export const DropFilter = z.object({ filterId: Id });
export type DropFilter = z.infer<typeof DropFilter>;

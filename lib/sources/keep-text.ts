import { sourceAttendees, sources, sourceVersions } from "#drizzle/schema/schema";
import type { Provenance, Visibility } from "#drizzle/schema/sources";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Day } from "#lib/format/dates";
import { contentHashOf } from "#lib/sources/content-hash";
import { versionRow } from "#lib/sources/version-row";

export type TextToKeep = {
  workflow: string;
  teamId: string | null;
  day: Day;
  title: string;
  text: string;
  timeZone: string;
  visibility: Visibility;
  authorId: string;
  /** Whose words it has: names, with the person where the roster has them. */
  people: { name: string; userId: string | null }[];
  via: Provenance["via"];
};

/** Stores a text of a day as a source, in the caller's transaction. The same words of two days are two texts. */
export async function keepText(ctx: Ctx, { tx, record }: Work, text: TextToKeep): Promise<string> {
  const sourceId = newId("src", ctx.now());
  const { workflow, teamId, day, visibility, authorId, title, timeZone } = text;
  await tx.insert(sources).values({
    id: sourceId,
    workflow,
    title,
    heldOn: day,
    timeZone,
    authorId,
    visibility,
    teamId,
    provenance: { via: text.via, format: "text" },
    contentHash: contentHashOf(`${sourceId}\n${text.text}`),
    createdAt: ctx.now(),
  });
  await tx
    .insert(sourceVersions)
    .values(versionRow({ sourceId, version: 1, text: text.text, by: authorId, at: ctx.now() }));
  if (text.people.length > 0)
    await tx
      .insert(sourceAttendees)
      .values(text.people.map((person, position) => ({ sourceId, position, ...person })));
  record({
    kind: "source.stored",
    subjectId: sourceId,
    sourceId,
    data: { workflow, visibility, via: text.via },
  });
  return sourceId;
}

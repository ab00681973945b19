import { contentHashOf } from "#lib/sources/content-hash";

type Version = {
  sourceId: string;
  version: number;
  text: string;
  by: string;
  at: Date;
  /** Why the text was corrected. */
  reason?: string;
  /** What the text was before it was read, where reading changed it. */
  original?: string | null;
};

/** A version of a source's text as it is kept, with what is counted of it. */
export function versionRow({ by, at, ...version }: Version) {
  const { text } = version;
  return {
    ...version,
    hash: contentHashOf(text),
    lines: text.split("\n").length,
    words: text.split(/\s+/).filter(Boolean).length,
    createdBy: by,
    createdAt: at,
  };
}

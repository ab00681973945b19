import type { WriterInput } from "#lib/workflows/define";
import type { Digest } from "#lib/workflows/standup/draft";

/** The writer without a key: one line a person, the first of what they wrote. */
export function writeStandup({ sources, standup }: WriterInput): Digest {
  const people = standup?.people ?? [];
  const lines = people.flatMap(({ name, sources: positions }) =>
    positions.slice(0, 1).flatMap((position) => {
      const line = sources[position]?.text.split("\n").find((words) => /\p{L}{3}/u.test(words));
      return line ? [{ text: line.trim(), quote: line.trim(), person: name }] : [];
    }),
  );
  return { blockers: [], contradictions: [], progress: [], lines, changes: [], silent: [] };
}

import type { Import } from "#e2e/architecture/imports";
import { isTest } from "#e2e/architecture/tree";

// Without zod, which tries to make code of text: the content policy reports that as a breach.
const RUNS_THERE = /^(react|react-dom|@base-ui\/react|next\/(link|form|image|navigation))(\/|$)/;

/** Packages that components would bring into the browser, directly or through what they import. */
export function browserViolations(imports: Import[]): string[] {
  const values = Map.groupBy(
    imports.filter((one) => !one.typeOnly && !isTest(one.from)),
    (one) => one.from,
  );
  const queue = [...values.keys()].filter((file) => file.startsWith("components/"));
  const seen = new Set(queue);
  const found: string[] = [];
  for (const file of queue)
    for (const one of values.get(file) ?? []) {
      if ("package" in one) {
        if (!RUNS_THERE.test(one.package)) found.push(`components reach ${one.package} through ${file}.`);
      } else if (!seen.has(one.file)) {
        seen.add(one.file);
        queue.push(one.file);
      }
    }
  return found;
}

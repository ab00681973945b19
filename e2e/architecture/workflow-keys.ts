import { workflowOf } from "#e2e/architecture/rooms";
import { isCode, isTest, type ProjectFile } from "#e2e/architecture/tree";

/** Where keys are looked up for everybody else: adding a workflow is one line there. */
const REGISTRIES = new Set(["lib/workflows/registry.ts", "components/review/registry.tsx"]);

/** Places outside a workflow's folder that decide by its key. */
export function workflowKeyViolations(files: ProjectFile[]): string[] {
  const keys = new Set(files.flatMap(({ path }) => workflowOf(path) ?? []));
  return files
    .filter(({ path }) => isCode(path) && !isTest(path) && !REGISTRIES.has(path))
    .flatMap(({ path, text }) =>
      [...keys]
        .filter((key) => workflowOf(path) !== key && decidesBy(key, text))
        .map((key) => `${path} decides by the workflow key “${key}”; let the workflow say it.`),
    );
}

function decidesBy(key: string, text: string): boolean {
  const quoted = `["'\`]${key}["'\`]`;
  return new RegExp(
    `case\\s+${quoted}|[!=]==?\\s*${quoted}|${quoted}\\s*[!=]==?|^\\s*${quoted}\\s*:`,
    "m",
  ).test(text);
}

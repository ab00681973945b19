import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** What a page costs that asks nothing of anybody: ten rows, drawn for each request under our own frame of frames. */
const EMPTY = `import { connection } from "next/server";

export default async function Empty() {
  await connection();
  return (
    <ul>
      {Array.from({ length: 10 }, (_, row) => (
        <li key={row} data-row>
          Row {row}
        </li>
      ))}
    </ul>
  );
}
`;

const LEFT_OUT = new Set([".git", ".next", "test-results", "playwright-report"]);

/** A copy of this tree with one page more, /empty. Its start builds it. */
export function copyWithEmptyPage(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-web-"));
  cpSync(process.cwd(), folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !LEFT_OUT.has(basename(path)) && !basename(path).startsWith(".data"),
  });
  mkdirSync(join(folder, "app/empty"));
  writeFileSync(join(folder, "app/empty/page.tsx"), EMPTY);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const NAME = "countersign-tests-";

/** Before the tests: a folder for what they leave in the folder for temporary files, which goes with it afterwards. */
export default function setup(): () => void {
  // Each project of the tests comes by here. One folder serves all: sockets in one within another have too long a path.
  if (basename(tmpdir()).startsWith(NAME)) return () => {};
  const folder = mkdtempSync(join(tmpdir(), NAME));
  // PostgreSQL's server, which runs under an account of its own, has to get through.
  chmodSync(folder, 0o711);
  // Workers inherit the environment.
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

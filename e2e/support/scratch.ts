import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Before the tests: a folder for what they leave in the folder for temporary files, which goes with it afterwards. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "countersign-tests-"));
  // PostgreSQL's server, which runs under an account of its own, has to get through.
  chmodSync(folder, 0o711);
  // Workers inherit the environment.
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

import type { Import } from "#e2e/architecture/imports";
import { roomOf, workflowOf } from "#e2e/architecture/rooms";
import { FORBIDDEN_EVEN_AS_TYPES, TABLE } from "#e2e/architecture/table";
import { isTest } from "#e2e/architecture/tree";

/** Imports that the table of rooms does not allow. Tests may import what they like, and nobody a test. */
export function doorViolations(imports: Import[]): string[] {
  return imports.filter((one) => !isTest(one.from)).flatMap((one) => forbidden(one));
}

function forbidden(one: Import): string[] {
  if ("package" in one)
    return one.typeOnly || TABLE[roomOf(one.from)].packages.test(one.package) ? [] : [says(one, one.package)];
  return fileForbidden(one.from, one.file, one.typeOnly) ? [says(one, one.file)] : [];
}

function fileForbidden(from: string, to: string, typeOnly: boolean): boolean {
  if (isTest(to) && !["root", "bench"].includes(roomOf(from))) return true;
  const [here, there] = [roomOf(from), roomOf(to)];
  if (FORBIDDEN_EVEN_AS_TYPES.some((rule) => rule.from.test(from) && rule.to.includes(there))) return true;
  if (there === "workflow" && here === "workflow") return workflowOf(from) !== workflowOf(to);
  return !typeOnly && here !== there && !TABLE[here].rooms.includes(there);
}

function says({ from }: Import, target: string): string {
  return `${from} (${roomOf(from)}) may not import ${target}.`;
}

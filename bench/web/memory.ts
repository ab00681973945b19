import { readFileSync } from "node:fs";

const EVERY_MS = 400;

/** Watches the memory of a process and what it started, in megabytes of proportional set size. Linux only; 0 elsewhere. */
export function watchMemory(pid: number): { start: number; stop: () => number } {
  const start = memoryOf(pid);
  let peak = start;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid));
  }, EVERY_MS);
  return {
    start,
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

function memoryOf(pid: number): number {
  const bytes = treeOf(pid).map((each) => {
    const found = /^Pss:\s+(\d+)/m.exec(read(`/proc/${each}/smaps_rollup`));
    return Number(found?.[1] ?? 0);
  });
  return Math.round(bytes.reduce((sum, each) => sum + each, 0) / 1024);
}

function treeOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(treeOf)];
}

// A process may be gone by the time it is looked at.
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

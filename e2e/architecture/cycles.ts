import type { Import } from "#e2e/architecture/imports";
import { domainOf } from "#e2e/architecture/rooms";
import { isTest } from "#e2e/architecture/tree";

type Graph = Map<string, Set<string>>;

/** Circles of files, and circles of domains, that import each other's values. */
export function cycleViolations(imports: Import[]): string[] {
  const values = imports.filter((one) => !one.typeOnly && !isTest(one.from));
  const files = values.flatMap((one) => ("file" in one ? [[one.from, one.file] as const] : []));
  const domains = files.flatMap(([from, to]) => {
    const [here, there] = [domainOf(from), domainOf(to)];
    return here && there && here !== there ? [[here, there] as const] : [];
  });
  return [...circles(graphOf(files)), ...circles(graphOf(domains))].map(
    (circle) => `A circle of imports: ${circle.join(" → ")}.`,
  );
}

function graphOf(edges: (readonly [string, string])[]): Graph {
  const graph: Graph = new Map();
  for (const [from, to] of edges) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

// Depth first: an edge back into the path that is being walked closes a circle.
function circles(graph: Graph): string[][] {
  const found: string[][] = [];
  const finished = new Set<string>();
  const walk = (node: string, path: string[]): void => {
    const start = path.indexOf(node);
    if (start >= 0) found.push([...path.slice(start), node]);
    if (start >= 0 || finished.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...path, node]);
    finished.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return found;
}

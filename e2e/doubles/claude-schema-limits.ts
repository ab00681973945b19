const MAX_OPTIONAL = 24;
const MAX_UNIONS = 16;
const UNSUPPORTED = [
  "minimum",
  "maximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "maxItems",
  "uniqueItems",
];

type Node = Record<string, unknown>;

/** What the API refuses in the schema of a structured answer, or null. */
export function schemaProblem(schema: Node): string | null {
  if (isRecursive(schema, schema, [])) return "recursive schemas are not supported";
  const nodes = nodesOf(schema);
  for (const node of nodes) {
    if (node.type === "object" && node.additionalProperties !== false)
      return "additionalProperties must be false";
    if (typeof node.minItems === "number" && node.minItems > 1)
      return `minItems: ${node.minItems} is not 0 or 1`;
    const keyword = UNSUPPORTED.find((name) => name in node);
    if (keyword) return `${keyword} is not supported`;
  }
  const optional = nodes.reduce((sum, node) => sum + optionalIn(node), 0);
  if (optional > MAX_OPTIONAL) return `${optional} optional parameters, at most ${MAX_OPTIONAL}`;
  const unions = nodes.filter((node) => node.anyOf || Array.isArray(node.type)).length;
  return unions > MAX_UNIONS ? `${unions} union parameters, at most ${MAX_UNIONS}` : null;
}

/** Every schema inside a schema, itself included; a definition counts once. */
function nodesOf(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function childrenOf(node: Node): Node[] {
  const named = [node.properties, node.$defs].flatMap((group) => (isNode(group) ? Object.values(group) : []));
  const variants = Array.isArray(node.anyOf) ? node.anyOf : [];
  return [...named, ...variants, node.items].filter(isNode);
}

function optionalIn(node: Node): number {
  const required = Array.isArray(node.required) ? node.required : [];
  return isNode(node.properties)
    ? Object.keys(node.properties).filter((key) => !required.includes(key)).length
    : 0;
}

function isRecursive(root: Node, node: Node, path: Node[]): boolean {
  if (path.includes(node)) return true;
  const target = typeof node.$ref === "string" ? resolve(root, node.$ref) : null;
  const { $defs: _definitions, ...own } = node;
  const next = target ? [target] : childrenOf(own);
  return next.some((child) => isRecursive(root, child, [...path, node]));
}

/** The schema a local reference such as "#/$defs/Point" points to. */
export function resolve(root: Node, ref: string): Node | null {
  let at: unknown = root;
  for (const key of ref.split("/").slice(1)) at = isNode(at) ? at[key] : null;
  return isNode(at) ? at : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { asBlocks, blocksOf, type ClaudeRequest } from "#e2e/doubles/claude-refusals";
import { resolve } from "#e2e/doubles/claude-schema-limits";

type Node = Record<string, unknown>;

/** Which lines of a source belong to a section, by a part of the section's key. The first that fits has the line. */
const LINES: [key: string, fits: RegExp][] = [
  ["question", /\?\s*$/],
  ["decision", /\b(decided|decision|agreed|approved)\b/i],
  ["action", /\b(will|todo|to do|action)\b/i],
  ["summary", /./],
];
const DUE =
  /\b(?:by|on|before) ((?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|end of \w+)/i;

/** A proposal with quotes that are true: lines of the first source, word for word, sorted by what they look like. */
export function answerFromSource(request: ClaudeRequest): Record<string, unknown> {
  const schema = schemaOf(request);
  if (isNode(schema.properties) && "ask" in schema.properties) return mailFrom(request);
  const lines = linesOf(sourceOf(request));
  const sections = isNode(schema.properties) ? Object.entries(schema.properties) : [];
  return Object.fromEntries(
    sections.map(([key, section]) => {
      const point = pointOf(schema, section);
      return [key, point ? linesFor(key, lines).map((line) => fill(point, line)) : []];
    }),
  );
}

/** A mail that says one line of a source, and asks for nothing in particular. */
function mailFrom(request: ClaudeRequest): Record<string, unknown> {
  const texts = blocksOf(request).flatMap(({ type, source }) =>
    type === "document" ? (source?.data ?? []) : [],
  );
  const [line] = [...texts, sourceOf(request)].flatMap(linesOf);
  const free = (text: string) => ({ text, quote: "" });
  return {
    subject: [free("A next step"), free("What we noted")],
    opening: [],
    fact: line ? [{ text: line, quote: line }] : [],
    body: [],
    ask: [free("Shall we talk about it?")],
  };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.split(/\s+/).length >= 4);
}

function sourceOf(request: ClaudeRequest): string {
  const blocks = blocksOf(request);
  const document = blocks.find((block) => block.type === "document")?.source?.data;
  const fenced = blocks.map((block) => block.text?.match(/^<(source-\w+)>\n.*\n\n([\s\S]*)\n<\/\1>$/)?.[2]);
  return document ?? fenced.find((text) => text !== undefined) ?? "";
}

/** The schema of the answer: from output_config, or the line of the system prompt that holds one. */
function schemaOf(request: ClaudeRequest): Node {
  const given = request.output_config?.format?.schema;
  if (given) return given;
  const system = asBlocks(request.system).flatMap((block) => block.text?.split("\n") ?? []);
  const line = system.find((text) => text.startsWith('{"'));
  return line ? JSON.parse(line) : {};
}

function pointOf(schema: Node, section: unknown): Node | null {
  const { items } = deref(schema, section) ?? {};
  return deref(schema, items);
}

function deref(schema: Node, node: unknown): Node | null {
  if (!isNode(node)) return null;
  return typeof node.$ref === "string" ? resolve(schema, node.$ref) : node;
}

function linesFor(key: string, lines: string[]): string[] {
  const kind = (line: string) => LINES.find(([, fits]) => fits.test(line))?.[0];
  return lines.filter((line) => key.includes(kind(line) ?? "-")).slice(0, 12);
}

function fill(point: Node, line: string): Record<string, unknown> {
  const quote = line.match(/^(?:\S+\s+){0,59}\S+/)?.[0] ?? line;
  const values: Record<string, string> = {
    text: quote.replace(/^[-*•\s]+/, ""),
    quote,
    person: line.match(/([A-Z]\w+(?: [A-Z]\w+)?) will\b/)?.[1] ?? "",
    due: line.match(DUE)?.[1] ?? "",
  };
  const fields = isNode(point.properties) ? Object.entries(point.properties) : [];
  return Object.fromEntries(
    fields.map(([key, field]) => [key, isNode(field) && field.type === "array" ? [] : (values[key] ?? "")]),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

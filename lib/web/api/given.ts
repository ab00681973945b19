import type { z } from "zod";
import { type Operation, pathFields } from "#lib/web/api/operation";
import { Refused } from "#lib/web/api/problem";
import { bringsForm, readForm } from "#lib/web/api/read-form";
import { readJson } from "#lib/web/api/read-json";
import { NOTHING_HERE } from "#lib/web/api/refused-from";

/** What a request gives an operation: fields of its address, its query and its body or form, as the schema has them. */
export async function givenTo(
  operation: Operation,
  request: Request,
  fields: Record<string, string>,
): Promise<{ input: Record<string, unknown>; leftOut: string[] | null }> {
  const query = queryOf(request);
  const form = operation.takesFile && bringsForm(request) ? await readForm(request) : null;
  const body = form?.fields ?? (operation.method === "POST" ? await bodyOf(request) : {});
  if (operation.method === "POST" && Object.keys(query).length > 0)
    throw invalid(Object.keys(query).map((name) => ({ pointer: name, detail: "Send it in the body." })));
  const parsed = operation.input.safeParse({ ...query, ...withoutFields(body, fields), ...fields });
  if (parsed.success) return { input: parsed.data, leftOut: form?.leftOut ?? null };
  throw misfit(operation, parsed.error);
}

function queryOf({ url }: Request): Record<string, string> {
  const { searchParams } = new URL(url);
  const names = [...searchParams.keys()];
  const twice = names.filter((name, n) => names.indexOf(name) !== n);
  if (twice.length > 0)
    throw invalid([...new Set(twice)].map((name) => ({ pointer: name, detail: "Give it once." })));
  return Object.fromEntries(searchParams);
}

async function bodyOf(request: Request): Promise<object> {
  const body = await readJson(request);
  if (body === undefined) return {};
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  throw invalid([{ pointer: "", detail: "The body is a JSON object." }]);
}

/** A body can't name another thing than the address does. */
function withoutFields(body: object, fields: Record<string, string>): object {
  const doubled = Object.keys(body).filter((name) => Object.hasOwn(fields, name));
  if (doubled.length === 0) return body;
  throw invalid(doubled.map((name) => ({ pointer: `/${name}`, detail: "It stands in the address." })));
}

// No row has an id that is no id, so asking for one is asking for nothing.
function misfit(operation: Operation, { issues }: z.ZodError): Refused {
  const inPath = new Set<PropertyKey>(pathFields(operation));
  if (issues.some(({ path: [first] }) => first !== undefined && inPath.has(first)))
    return new Refused("not-found", NOTHING_HERE);
  const pointed = issues.flatMap((issue) => {
    const paths =
      issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({
      pointer: operation.method === "POST" ? toPointer(path) : path.join("."),
      detail: issue.code === "unrecognized_keys" ? "There is no such field." : issue.message,
    }));
  });
  return invalid(pointed);
}

const MOST_ERRORS = 20;

function invalid(errors: { pointer: string; detail: string }[]): Refused {
  const told = errors.slice(0, MOST_ERRORS).map(({ pointer, detail }) => ({
    pointer: pointer.slice(0, 200).toWellFormed(),
    detail,
  }));
  return new Refused("invalid", "What was sent does not fit the description.", { errors: told });
}

// RFC 6901.
function toPointer(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

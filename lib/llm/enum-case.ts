import type { z } from "zod";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Gives strings the spelling of the enum they belong to: the API keeps an enum's words, but not their case. */
export function withEnumCase(schema: JsonSchema, value: unknown): unknown {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const spelt = variants.reduce((known: unknown, variant) => withEnumCase(variant, known), value);
  if (typeof spelt === "string") return spelling(schema, spelt);
  if (Array.isArray(spelt)) {
    const { items } = schema;
    return isSchema(items) ? spelt.map((item) => withEnumCase(items, item)) : spelt;
  }
  if (spelt === null || typeof spelt !== "object") return spelt;
  return Object.fromEntries(
    Object.entries(spelt).map(([key, field]) => {
      const property = schema.properties?.[key];
      return [key, isSchema(property) ? withEnumCase(property, field) : field];
    }),
  );
}

function spelling(schema: JsonSchema, text: string): string {
  const words = [...(schema.enum ?? []), schema.const].filter((word) => typeof word === "string");
  if (words.includes(text)) return text;
  return words.find((word) => word.toLowerCase() === text.trim().toLowerCase()) ?? text;
}

function isSchema(schema: unknown): schema is JsonSchema {
  return typeof schema === "object" && schema !== null && !Array.isArray(schema);
}

import { z } from "zod";
import { FOUND_KINDS } from "#drizzle/schema/search";
import { Id } from "#lib/inputs/schema";
import { findEverywhere } from "#lib/search/queries";
import { Search } from "#lib/search/schema";
import { type Operation, reading } from "#lib/web/api/operation";

const Segments = z
  .array(z.object({ text: z.string(), hit: z.boolean() }))
  .describe("A text in stretches; a hit is a word that was looked for. Never HTML");

const FoundGroup = z.object({
  kind: z.enum(FOUND_KINDS),
  more: z.boolean().describe("Whether more was found than is told here"),
  found: z.array(
    z.object({
      id: Id,
      at: z.iso.datetime(),
      title: Segments,
      excerpt: Segments.nullable().describe("Where it stands in a longer text"),
      about: z
        .string()
        .describe("Whose action it is, who decided, and the like; empty where nothing is known"),
    }),
  ),
});

/** Looking for words in everything at once. */
export const SEARCH_OPERATIONS: Operation[] = [
  reading({
    id: "search",
    path: "/search",
    tag: "search",
    scope: "search:read",
    summary:
      "Sources, documents, actions, decisions, promises, questions, blockers, leads and people that have the words, the best first",
    tool: "Finds sources, documents, actions, decisions, promises, questions, blockers, leads and people by their words, the best first.",
    input: Search,
    answer: z.object({ groups: z.array(FoundGroup) }),
    read: async (ctx, input) => ({ groups: await findEverywhere(ctx, input) }),
  }),
];

import type { Writer } from "#lib/workflows/define";

/** The writer without a model: the workflow's own rules, on this machine and for free. */
export const rulesWriter: Writer = { propose: async (ask) => ask.rules() };

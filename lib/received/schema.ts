import { z } from "zod";

/** The token of an unsubscribe link, by whom it is brought: a network address counts what it guesses wrong. */
export const Unsubscribe = z.object({
  token: z.string().max(200),
  address: z.string().nullable().default(null),
});
export type Unsubscribe = z.input<typeof Unsubscribe>;

import { z } from "zod";
import { TOKEN_SCOPES } from "#drizzle/schema/tokens";
import { Id, Line } from "#lib/inputs/schema";

/** Days that a token works at most. None works for ever: a forgotten one is a way in. */
export const MOST_DAYS = 366;

/** `userId` is the actor where it is left out. */
export const CreateToken = z.object({
  userId: Id.optional(),
  name: Line.min(1, "Give the token a name, such as the program it is for.").max(80),
  scopes: z
    .array(z.enum(TOKEN_SCOPES))
    .min(1, "Choose at least one thing that the token may do.")
    .max(20)
    .transform((scopes) => TOKEN_SCOPES.filter((scope) => scopes.includes(scope))),
  /** Days from now until it stops working. */
  days: z.coerce
    .number()
    .int()
    .min(1, "A token works for at least one day.")
    .max(MOST_DAYS, `A token works for at most ${MOST_DAYS} days.`),
});
export type CreateToken = z.input<typeof CreateToken>;

export const RevokeToken = z.object({ tokenId: Id });
export type RevokeToken = z.infer<typeof RevokeToken>;

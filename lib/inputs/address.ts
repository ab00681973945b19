import { z } from "zod";

/** A word of a page's address. Whoever writes a longer one, or the same twice, is shown the page without it. */
export const AddressWord = z.string().max(200).optional().catch(undefined);

/** Characters in one source, after reading the file. */
export const MAX_TEXT = 2_000_000;

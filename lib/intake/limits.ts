/** Bytes of a file that is read into the box. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** Characters in one source, after reading the file: some ten hours of talk, and what a model reads at once. */
export const MAX_TEXT = 500_000;

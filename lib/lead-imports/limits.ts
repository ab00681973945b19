/** Bytes of a file of leads, and of each part in which it is sent; the last part is shorter. */
export const MAX_LEAD_FILE_BYTES = 100 * 1024 * 1024;
export const PART_BYTES = 1024 * 1024;
/** Rows of one file, its first one aside. */
export const MAX_ROWS = 300_000;

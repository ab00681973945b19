/** Bytes of a file that is taken in, whatever its kind. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Bytes of a file that holds nothing but text: .txt, .md, .vtt, .srt, .json. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024;
/** Characters in one source, after reading the file: some forty hours of talk. What a model can't read at once it reads in parts. */
export const MAX_TEXT = 2_000_000;
/** Pages of a PDF. */
export const MAX_PAGES = 500;
/** Files in a .docx, and bytes that all of them come to once they are unpacked. */
export const MAX_PACKED_FILES = 5_000;
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
/** Milliseconds that reading one file may take. */
export const MAX_READING_MS = 20_000;
/** Megabytes that reading one file may take: of objects, and of everything. */
export const MAX_HEAP_MB = 256;
export const MAX_READING_MB = 768;
/** Files read at the same moment, and those that wait for their turn. */
export const MOST_READ_AT_ONCE = 2;
/** Bodies of requests that are in memory at once: those that are read, and the next ones. */
export const MOST_BODIES = 4;
export const MOST_WAITING = 30;
/** Files dropped at once. */
export const MOST_FILES = 20;

/** Characters of one cell, and columns, that a file of rows may have. */
export const MAX_CELL = 10_000;
export const MAX_COLUMNS = 200;

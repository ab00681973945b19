/** What a source may have been before it was read. */
export const FILE_FORMATS = ["text", "markdown", "vtt", "srt", "json", "docx", "pdf", "eml", "html"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** How the bytes of a file of rows stand for characters. */
export const CSV_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

/** What may stand between two of its cells, the likeliest first. */
export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

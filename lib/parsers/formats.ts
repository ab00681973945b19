/** What a source may have been before it was read. */
export const FILE_FORMATS = ["text", "markdown", "vtt", "srt", "json", "docx", "pdf", "eml", "html"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

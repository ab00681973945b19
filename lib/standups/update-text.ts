/** The parts of an update as a form has them. */
export type UpdateParts = { text: string; done: string; next: string; blockers: string };

const LABELS = { done: "Yesterday", next: "Today", blockers: "Blockers" } as const;

/** What is stored of an update: the writer's own words, and each part under its label. */
export function updateText({ text, ...parts }: UpdateParts): string {
  const labelled = (["done", "next", "blockers"] as const).flatMap((part) =>
    parts[part].trim() ? [`${LABELS[part]}\n${itemsOf(parts[part])}`] : [],
  );
  return [...(text.trim() ? [text.trim()] : []), ...labelled].join("\n\n").concat("\n");
}

/** A line is an item. */
function itemsOf(part: string): string {
  return part
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (/^[-*•]\s/.test(line) ? line.replace(/^[*•]/, "-") : `- ${line}`))
    .join("\n");
}

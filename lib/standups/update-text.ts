/** The parts of an update as a form has them. */
export type UpdateParts = { text: string; done: string; next: string; blockers: string };

const LABELS = { done: "Yesterday", next: "Today", blockers: "Blockers" } as const;
const PARTS = ["done", "next", "blockers"] as const;
const NO_PARTS: UpdateParts = { text: "", done: "", next: "", blockers: "" };

/** What is stored of an update: the writer's own words, and each part under its label. */
export function updateText({ text, ...parts }: UpdateParts): string {
  const labelled = PARTS.flatMap((part) =>
    parts[part].trim() ? [`${LABELS[part]}\n${itemsOf(parts[part])}`] : [],
  );
  return [...(text.trim() ? [text.trim()] : []), ...labelled].join("\n\n").concat("\n");
}

/** The parts of a stored update as the form had them; all of it is `text` where it was written otherwise. */
export function partsOfUpdate(stored: string): UpdateParts {
  const parts = { ...NO_PARTS };
  for (const block of stored.trim().split("\n\n")) {
    const [head = "", ...items] = block.split("\n");
    const part = PARTS.find((one) => LABELS[one] === head);
    if (part) parts[part] = items.map((item) => item.replace(/^- /, "")).join("\n");
    else parts.text = parts.text ? `${parts.text}\n\n${block}` : block;
  }
  return updateText(parts) === stored ? parts : { ...NO_PARTS, text: stored.trim() };
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

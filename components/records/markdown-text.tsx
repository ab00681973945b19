import { Fragment, type ReactNode } from "react";
import { Check } from "#components/ui/check";
import { type Block, type ListEntry, parseMarkdown } from "#lib/format/markdown";
import type { Inline } from "#lib/format/markdown-inline";

/** Markdown as a page. Only the elements below can come of it, whatever it says. */
export function MarkdownText({ markdown }: { markdown: string }) {
  return (
    <div className="flex max-w-(--size-measure) flex-col gap-3 text-base">
      {parseMarkdown(markdown).map(drawBlock)}
    </div>
  );
}

// The tree never changes while it is on the page, so a place in it is as good a key as any.
function drawBlock(block: Block, at: number): ReactNode {
  switch (block.kind) {
    case "heading":
      return <Heading key={at} block={block} />;
    case "paragraph":
      return (
        <p key={at} className="text-pretty">
          {block.children.map(drawInline)}
        </p>
      );
    case "list":
      return <List key={at} block={block} />;
    case "quote":
      return (
        <blockquote key={at} className="flex flex-col gap-3 border-l-2 pl-4 text-muted">
          {block.blocks.map(drawBlock)}
        </blockquote>
      );
    case "code":
      return (
        <pre key={at} className="overflow-x-auto rounded-md bg-page p-3 font-mono text-sm">
          {block.text}
        </pre>
      );
    case "rule":
      return <hr key={at} />;
  }
}

function Heading({ block }: { block: Extract<Block, { kind: "heading" }> }) {
  const words = block.children.map(drawInline);
  // The page's own title is its first heading.
  if (block.level === 1) return <h2 className="text-xl tracking-tight">{words}</h2>;
  if (block.level === 2) return <h3 className="mt-4 text-md">{words}</h3>;
  return <h4 className="mt-2 text-md">{words}</h4>;
}

function List({ block }: { block: Extract<Block, { kind: "list" }> }) {
  const entries = block.entries.map(drawEntry);
  const boxes = block.entries.some((entry) => entry.checked !== null);
  if (block.ordered) {
    return (
      <ol start={block.start} className="flex list-decimal flex-col gap-1.5 pl-6">
        {entries}
      </ol>
    );
  }
  return (
    <ul className={`flex flex-col gap-1.5 ${boxes ? "" : "list-disc pl-6 marker:text-faint"}`}>{entries}</ul>
  );
}

function drawEntry(entry: ListEntry, at: number): ReactNode {
  const [first, ...rest] = entry.blocks;
  const words = first?.kind === "paragraph" ? first.children.map(drawInline) : first && drawBlock(first, 0);
  return (
    <li key={at} className="text-pretty">
      {entry.checked === null ? words : <Check label={words} checked={entry.checked} readOnly disabled />}
      {rest.length > 0 && <div className="mt-1.5 flex flex-col gap-1.5">{rest.map(drawBlock)}</div>}
    </li>
  );
}

function drawInline(inline: Inline, at: number): ReactNode {
  switch (inline.kind) {
    case "text":
      return <Fragment key={at}>{inline.text}</Fragment>;
    case "code":
      return (
        <code key={at} className="rounded-sm bg-selected px-1 font-mono text-[0.92em]">
          {inline.text}
        </code>
      );
    case "strong":
      return <strong key={at}>{inline.children.map(drawInline)}</strong>;
    case "emphasis":
      return <em key={at}>{inline.children.map(drawInline)}</em>;
    case "link":
      return (
        <a
          key={at}
          href={inline.href}
          rel="noreferrer nofollow"
          className="text-accent-text underline decoration-accent-line underline-offset-3"
        >
          {inline.children.map(drawInline)}
        </a>
      );
    case "break":
      return <br key={at} />;
  }
}

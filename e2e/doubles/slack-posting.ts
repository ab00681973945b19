import { BOT_USER, type SlackChannel, type SlackWorld } from "#e2e/doubles/slack-world";

type Args = Record<string, unknown>;
type Text = { type?: unknown; text?: unknown };

const MOST_BLOCKS = 50;
const LONGEST_SECTION = 3000;
const LONGEST_HEADER = 150;
const LONGEST_TEXT = 40_000;
const LONGEST_BLOCK_ID = 255;

/** Keeps a message in a channel, or says why Slack would not. */
export function postedBy(world: SlackWorld, channel: SlackChannel, args: Args) {
  const error = whyNot(args);
  if (error) return { ok: false, ...error };
  world.now += 1;
  const ts = `${world.now}.000100`;
  const { text, blocks, metadata } = args;
  const message = {
    type: "message",
    ts,
    user: BOT_USER,
    bot_id: "B0COUNTER",
    text: String(text ?? ""),
    blocks,
    metadata,
  };
  channel.messages.push(message);
  return { ok: true, channel: channel.id, ts, message };
}

/** What is wrong with a message, as Slack names it; null where it would be posted. */
export function whyNot({ text, blocks, metadata }: Args): { error: string; errors?: string[] } | null {
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  if (!hasBlocks && !String(text ?? "").trim()) return { error: "no_text" };
  if (String(text ?? "").length > LONGEST_TEXT) return { error: "msg_too_long" };
  if (blocks !== undefined && !Array.isArray(blocks)) return { error: "invalid_blocks_format" };
  const errors = hasBlocks ? blockErrors(blocks) : [];
  if (errors.length > 0) return { error: "invalid_blocks", errors };
  return metadata === undefined || isMetadata(metadata) ? null : { error: "invalid_metadata_format" };
}

function blockErrors(blocks: unknown[]): string[] {
  const many =
    blocks.length > MOST_BLOCKS ? [`no more than ${MOST_BLOCKS} items allowed [json-pointer:/blocks]`] : [];
  const ids = blocks.flatMap((block) => (block as { block_id?: string }).block_id ?? []);
  const twice = new Set(ids).size < ids.length ? ["block_id already exists"] : [];
  const long = ids.some((id) => id.length > LONGEST_BLOCK_ID) ? ["block_id is too long"] : [];
  return [...many, ...twice, ...long, ...blocks.flatMap((block, at) => errorsOf(block, at))];
}

function errorsOf(block: unknown, at: number): string[] {
  const { type, text } = (block ?? {}) as { type?: unknown; text?: Text };
  const most = type === "header" ? LONGEST_HEADER : LONGEST_SECTION;
  const kinds = type === "header" ? ["plain_text"] : ["mrkdwn", "plain_text"];
  if (type !== "header" && type !== "section")
    return [`unsupported type: ${type} [json-pointer:/blocks/${at}]`];
  if (typeof text?.text !== "string" || !kinds.includes(String(text.type)))
    return [`missing required field: text [json-pointer:/blocks/${at}]`];
  if (text.text.length === 0)
    return [`must be more than 0 characters [json-pointer:/blocks/${at}/text/text]`];
  if (text.text.length > most)
    return [`must be less than ${most + 1} characters [json-pointer:/blocks/${at}/text/text]`];
  return [];
}

function isMetadata(metadata: unknown): boolean {
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as Args;
  return typeof type === "string" && /^\w+$/.test(type) && typeof payload === "object" && payload !== null;
}

import type { KeyName } from "#lib/format/keys";

type Tooltip = { text: string; kbd?: KeyName; side?: "top" | "right" | "bottom" | "left" };

/**
 * Attributes that give an element a few words on hover and on keyboard focus, which TooltipLayer shows. They repeat or
 * complete what is there, and are never the only name.
 */
export function tooltip({ text, kbd, side }: Tooltip) {
  return { "data-tooltip": text, "data-tooltip-key": kbd, "data-tooltip-side": side };
}

/** What `tooltip` was told about an element. */
export function readTooltip({ dataset }: HTMLElement): Tooltip {
  return {
    text: dataset.tooltip ?? "",
    kbd: dataset.tooltipKey as KeyName | undefined,
    side: dataset.tooltipSide as Tooltip["side"],
  };
}

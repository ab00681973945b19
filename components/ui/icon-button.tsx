import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonTone, buttonLook } from "#components/ui/button-look";
import { Icon, type IconName } from "#components/ui/icon";
import { PageLink } from "#components/ui/page-link";
import { tooltip } from "#components/ui/tooltip";
import { ariaKeyOf, type KeyName } from "#lib/format/keys";

type Own = { icon: IconName; label: string; tone?: ButtonTone; size?: ButtonSize; kbd?: KeyName };
type IconButtonProps = Own &
  Omit<ComponentProps<"button">, keyof Own | "className" | "style" | "disabled" | "children">;

/** A button with no room for its verb: the verb is its name, and its tooltip. */
export function IconButton({ icon, label, tone = "quiet", size = "md", kbd, ...native }: IconButtonProps) {
  return (
    <button
      type="button"
      {...native}
      {...tooltip({ text: label, kbd })}
      aria-label={label}
      data-key={kbd}
      aria-keyshortcuts={kbd && ariaKeyOf(kbd)}
      className={`${buttonLook({ tone, size })} aspect-square px-0!`}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The same as a link: it goes somewhere and changes nothing. */
export function IconLink({ icon, label, href }: { icon: IconName; label: string; href: string }) {
  return (
    <PageLink
      href={href}
      {...tooltip({ text: label, kbd: undefined })}
      aria-label={label}
      className={`${buttonLook({ tone: "quiet", size: "md" })} aspect-square px-0!`}
    >
      <Icon name={icon} />
    </PageLink>
  );
}

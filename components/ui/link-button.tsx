import type { ReactNode } from "react";
import { ButtonFace, type ButtonSize, type ButtonTone, buttonLook } from "#components/ui/button-look";
import type { IconName } from "#components/ui/icon";
import { PageLink } from "#components/ui/page-link";
import { ariaKeyOf, type KeyName } from "#lib/format/keys";

type LinkButtonProps = {
  href: string;
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: IconName;
  kbd?: KeyName;
  wide?: boolean;
  children: ReactNode;
};

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  href,
  tone = "default",
  size = "md",
  icon,
  kbd,
  wide,
  children,
}: LinkButtonProps) {
  return (
    <PageLink
      href={href}
      className={buttonLook({ tone, size, wide })}
      data-act=""
      data-key={kbd}
      aria-keyshortcuts={kbd && ariaKeyOf(kbd)}
    >
      <ButtonFace icon={icon} kbd={kbd} tone={tone}>
        {children}
      </ButtonFace>
    </PageLink>
  );
}

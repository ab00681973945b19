const look =
  "inline-flex h-4 min-w-4 flex-none items-center justify-center rounded-sm border border-line-strong bg-surface px-0.75 font-sans text-2xs leading-none font-medium text-faint pointer-coarse:hidden";

/** One key cap. `lasting` stays printed when single keys are switched off. */
export function Cap({ lasting, children }: { lasting?: boolean; children: string }) {
  return (
    <kbd className={look} data-lasting={lasting || undefined}>
      {children}
    </kbd>
  );
}

/**
 * Signs out, and first lets go of what was typed in this tab and not saved: it would be filled in for whoever signs in
 * next. Browser only.
 */
export function leave(signOut: () => void | Promise<void>): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith("countersign:")) sessionStorage.removeItem(key);
  } catch {
    // Storage that is switched off has kept nothing.
  }
  void signOut();
}

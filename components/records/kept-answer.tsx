/** Fills in what was typed as an answer before the page was loaded again. For the `ref` of its text area; browser only. */
export function findAnswer(questionId: string): (area: HTMLTextAreaElement | null) => void {
  return (area) => {
    if (!area || area.value) return;
    try {
      area.value = sessionStorage.getItem(keyOf(questionId)) ?? "";
    } catch {
      // Storage that is switched off takes away the safety net, not the form.
    }
  };
}

/** Keeps what is typed through a reload of this tab; nothing lets go of it. Browser only. */
export function keepAnswer(questionId: string, answer: string): void {
  try {
    if (answer) sessionStorage.setItem(keyOf(questionId), answer);
    else sessionStorage.removeItem(keyOf(questionId));
  } catch {
    // As above.
  }
}

function keyOf(questionId: string): string {
  return `countersign:answer:${questionId}`;
}

import type { Upload } from "#lib/web/upload-door";

/** A file on its way. `answer` never rejects; cancelling makes it answer null. */
export type Sending = { answer: Promise<Upload | null>; cancel: () => void };

/** Sends a file to be read, and tells which share of it has left. `fetch` can't tell that. */
export function uploadFile(file: File, onSent: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<Upload | null>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request.responseText, file.name));
    request.onabort = () => resolve(null);
    request.onerror = () => resolve({ ok: false, message: broken(file.name) });
    request.open("POST", `/api/uploads?name=${encodeURIComponent(file.name.toWellFormed())}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
  return { answer, cancel: () => request.abort() };
}

function answerOf(text: string, name: string): Upload {
  try {
    const answer: unknown = JSON.parse(text);
    if (answer && typeof answer === "object" && "ok" in answer) return answer as Upload;
  } catch {
    // What stands between may answer in its own words.
  }
  return { ok: false, message: broken(name) };
}

function broken(name: string): string {
  return `${name} did not arrive: the connection broke. Choose it again.`;
}

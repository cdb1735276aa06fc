/** Files: chosen, dropped or pasted. */

import { byId } from "./dom.js";

/** Calls `upload` with each list of files that somebody gives. */
export function acceptFiles(upload) {
  const input = byId("attach");
  input.addEventListener("change", () => {
    upload([...input.files]);
    input.value = "";
  });
  byId("composer").addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files];
    // A copied piece of a document may hold a picture of itself beside its text.
    if (!files.length || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    upload(files);
  });
  acceptDrops(upload);
}

function acceptDrops(upload) {
  let depth = 0;
  const hover = (change) => {
    depth = change ? depth + change : 0;
    byId("drop").classList.toggle("over", depth > 0);
  };
  const on = (kind, act) =>
    addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      act(event);
    });
  on("dragenter", () => hover(1));
  on("dragleave", () => hover(-1));
  on("dragover", (event) => (event.dataTransfer.dropEffect = "copy"));
  on("drop", (event) => {
    hover(0);
    upload([...event.dataTransfer.files]);
  });
}

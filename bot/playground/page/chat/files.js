/** Files of the visitor's, as the server takes them. */

const LARGEST = 2 ** 20; // bytes

/** A file's name and content. Throws an Error with a sentence for one that is not to be taken. */
export async function wired(file) {
  if (file.size > LARGEST) throw new Error("Files of at most 1 MB are taken here.");
  return { name: file.name, base64: await base64Of(file) };
}

/** A file's size in words. */
export function sizeOf(bytes) {
  return bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024)} KB`;
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(new Error("The file could not be read. Is it a folder?")));
    reader.readAsDataURL(file);
  });
}

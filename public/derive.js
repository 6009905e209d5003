// The door of the throw-away worker: takes one request, answers it and is then ended by the page,
// so that the memory in which a phrase was stretched or a file was opened is gone.

import init, * as worker from "/worker.js";

const ready = init({ module_or_path: "/worker_bg.wasm" });

const answers = {
  derive: ({ phrase, salt, mKib, t, p }) => ({ key: worker.derive_key(phrase, salt, mKib, t, p) }),
  phrase: ({ random }) => ({ words: worker.make_phrase(random) }),
  identity: ({ random }) => ({ identity: worker.make_identity(random) }),
  recipient: ({ identity }) => ({ recipient: worker.recipient(identity) }),
  encrypt: ({ plaintext, recipient, random }) => ({ file: worker.encrypt(plaintext, recipient, random) }),
  decrypt: ({ file, identity }) => ({ plaintext: worker.decrypt(file, identity) }),
  scan: async ({ picture }) => ({ text: worker.read_qr(...(await pixels(picture))) }),
};

// A phone's photo has far more pixels than a code needs; fewer are found sooner.
const EDGE = 1600;

async function pixels(picture) {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((edge) => Math.max(1, Math.round(edge * scale)));
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0, width, height);
  return [canvas.getImageData(0, 0, width, height).data, width];
}

self.onmessage = async ({ data }) => {
  try {
    await ready;
    postMessage(await answers[data.kind](data));
  } catch (problem) {
    // The module throws its reason as a plain word, such as "memory" or "parameters".
    postMessage({ error: typeof problem === "string" ? problem : "unavailable" });
  }
};

// The door of the throw-away worker: takes one request, answers it and is then ended by the page,
// so that the memory in which a phrase was stretched or a file was opened is gone.

import init, * as worker from "/worker.js";

const ready = init({ module_or_path: "/worker_bg.wasm" });

const answers = {
  derive: ({ phrase, salt, mKib, t, p }) => ({ key: worker.derive_key(phrase, salt, mKib, t, p) }),
  phrase: ({ random }) => ({ words: worker.make_phrase(random) }),
  fingerprint: ({ recipient }) => ({ words: worker.fingerprint(recipient) }),
  encrypt: ({ plaintext, recipient, random }) => ({ file: worker.encrypt(plaintext, recipient, random) }),
  decrypt: ({ file, identity }) => ({ plaintext: worker.decrypt(file, identity) }),
  scan: async ({ picture }) => ({ text: await scan(picture) }),
};

// A phone's photo has far more pixels than a code needs, and a code that is not found in one size
// often is in another.
const EDGES = [1600, 1000, 640];

async function scan(picture) {
  const bitmap = await createImageBitmap(picture);
  for (const edge of EDGES) {
    try {
      return worker.read_qr(...pixels(bitmap, edge));
    } catch (problem) {
      if (problem !== "no-code") throw problem;
    }
  }
  throw "no-code";
}

function pixels(bitmap, edge) {
  const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
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

// What was typed and is not saved yet, kept in this browser: until it is saved,
// for nobody else, and not after signing out. One entry a cell and a tab, so that
// two tabs do not write over each other; its fields say from which version it
// started.

const own = "ahq:" + (document.body.dataset.person ?? "") + ":";
const tab = "#" + crypto.getRandomValues(new Uint32Array(2)).join("");

function keys(begin) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(begin));
  } catch {
    return []; // the browser keeps nothing
  }
}

// keep the fields of a cell; says whether there was room.
export function keep(path, fields) {
  try {
    localStorage.setItem(own + path + tab, fields);
    return true;
  } catch {
    return false;
  }
}

// kept are the entries of a cell, by any tab: pairs of a key and fields.
export function kept(path) {
  return keys(own + path + "#").map((key) => [key, localStorage.getItem(key)]);
}

// drop what was saved: by this tab, or the same by another.
export function drop(path, saved) {
  for (const [key, fields] of kept(path)) {
    if (key.endsWith(tab) || fields === saved) localStorage.removeItem(key);
  }
}

// unsaved says whether anything of this person waits.
export function unsaved() {
  return keys(own).length > 0;
}

// forget everything, after signing out.
export function forget() {
  for (const key of keys("ahq:")) localStorage.removeItem(key);
}

// Whoever is signed in finds nothing of others.
export function forgetOthers() {
  if (own === "ahq::") return; // nobody: the same person may sign in again
  for (const key of keys("ahq:")) {
    if (!key.startsWith(own)) localStorage.removeItem(key);
  }
}

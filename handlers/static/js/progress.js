// An edition is printed while its page is open: this looks how far it is, takes
// over what changed, and says so. Without this file there is a link to look again.
for (const place of document.querySelectorAll("[data-progress]")) {
  const said = document.createElement("p");
  said.className = "hidden";
  said.setAttribute("role", "status");
  place.after(said);
  const look = async (wait) => {
    let going = true;
    try {
      const answer = await fetch(place.dataset.progress, { redirect: "error" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of fresh.querySelectorAll("div[id], span[id]")) {
        const old = document.getElementById(part.id);
        if (old && !old.isEqualNode(part)) old.replaceWith(part);
      }
      going = document.querySelector("#printing progress");
      const words = document.querySelector("#printing :is(label, span)")?.textContent ?? "";
      if (said.textContent !== words) said.textContent = words;
    } catch { /* no answer now: the next look may get one */ }
    if (going) setTimeout(look, wait, Math.min(wait * 1.2, 20000));
  };
  setTimeout(look, 1000, 1000);
}

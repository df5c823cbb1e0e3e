// An edition is printed while its page is open: the page hears how far it is, takes
// over what changed, and says so. Without this file there is a link to look again.
for (const place of document.querySelectorAll("[data-progress]")) {
  if (!place.querySelector("progress")) continue;
  const said = document.createElement("p");
  said.className = "hidden";
  said.setAttribute("role", "status");
  place.after(said);
  const line = new EventSource(`${place.dataset.progress}/live`);
  line.addEventListener("printed", async (event) => {
    if (JSON.parse(event.data).ended) line.close();
    const answer = await fetch(`${place.dataset.progress}/printing`, { redirect: "error" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of fresh.querySelectorAll("div[id], span[id]")) {
      const old = document.getElementById(part.id);
      if (old && !old.isEqualNode(part)) old.replaceWith(part);
    }
    const words = document.querySelector("#printing :is(label, span)")?.textContent ?? "";
    if (said.textContent !== words) said.textContent = words;
  });
}

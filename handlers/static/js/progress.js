// An edition is printed, or a file is read, while its page is open: the page hears how
// far it is, takes over what changed, says so, and goes on where there is more to see.
// Without this file there is a link to look again.
for (const place of document.querySelectorAll("[data-progress]")) {
  if (!place.querySelector("progress")) continue;
  const said = document.createElement("p");
  said.className = "hidden";
  said.setAttribute("role", "status");
  place.after(said);
  const line = new EventSource(`${place.dataset.progress}/live`);
  line.addEventListener("progress", async (event) => {
    const told = JSON.parse(event.data);
    if (told.ended) line.close();
    if (told.to) return location.replace(told.to);
    const answer = await fetch(`${place.dataset.progress}/progress`, { redirect: "error" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of fresh.querySelectorAll("div[id], span[id]")) {
      const old = document.getElementById(part.id);
      if (old && !old.isEqualNode(part)) old.replaceWith(part);
    }
    const words = place.querySelector(":is(label, span)")?.textContent ?? "";
    if (said.textContent !== words) said.textContent = words;
  });
}

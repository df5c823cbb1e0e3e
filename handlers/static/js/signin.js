// Signing in again over a page, when the session ended while somebody typed.

let asking = null;

// signIn says whether the same person is signed in again. Several may wait for it.
export function signIn(dialog) {
  asking ??= ask(dialog).finally(() => { asking = null; });
  return asking;
}

async function ask(dialog) {
  if (!dialog?.showModal) return false;
  const form = dialog.querySelector("form"), said = dialog.querySelector(".wrong");
  const before = document.activeElement;
  said.textContent = "";
  dialog.showModal();
  form.elements.password.focus();
  const signedIn = await new Promise((done) => {
    dialog.onclose = () => done(false);
    dialog.querySelector("[value=cancel]").onclick = () => dialog.close();
    form.onsubmit = async (event) => {
      event.preventDefault();
      said.textContent = await refusal(form);
      if (!said.textContent) done(true);
    };
  });
  form.elements.password.value = "";
  dialog.close();
  before?.focus();
  return signedIn;
}

// refusal is why nobody was signed in, in the words of the page that says so.
// Somebody else starts afresh: what was typed here is not theirs.
async function refusal(form) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (answer.status === 204) return "";
    if (answer.redirected) {
      dispatchEvent(new Event("signed-out"));
      location.reload();
    }
    return words(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    return form.dataset.away;
  }
}

// words of a page that says what went wrong.
export function words(page) {
  return (page.querySelector("main .summary li, main .refusal, main p") ?? page.body).textContent.trim();
}

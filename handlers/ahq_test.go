package handlers

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestAFileBesideAnAHQ(t *testing.T) {
	w := newWorld(t)
	if a := w.as(belgium).upload(w.at("attachments"), "a.txt", "x"); a.Code != http.StatusForbidden {
		t.Errorf("an NCP may attach: %d", a.Code)
	}
	if a := w.as(norway).upload(w.at("attachments"), `C:\papers\form <1>.html`, "<script>"); a.Code != http.StatusSeeOther {
		t.Fatalf("it is not attached: %d %s", a.Code, words(a.Body))
	}
	link := ""
	for _, n := range readPage(t, w.as(belgium).page(w.at())).all("a") {
		if strings.HasPrefix(attr(n, "href"), "/attachments/") {
			link = attr(n, "href")
		}
	}
	a := w.as(belgium).get(link)
	if a.Body != "<script>" || !strings.HasPrefix(a.Get("Content-Disposition"), "attachment;") || a.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("%s is %q, as %q, %q", link, a.Body, a.Get("Content-Type"), a.Get("Content-Disposition"))
	}
	remove := w.at("attachments", strings.TrimPrefix(link, "/attachments/"), "remove")
	w.visit(visit{what: "it is removed", who: norway, path: remove, send: url.Values{}, code: 303, to: w.at() + "#attachments"})
	w.visit(visit{what: "and gone", who: belgium, path: link, code: 404})
}

package handlers

import (
	"net/url"
	"strings"
	"testing"
)

func TestAnOperatorPutsTheOfficialTextsOnThePage(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		b := w.as(admin)
		save := func(setting, text string) answered { return b.post("/settings/"+setting, url.Values{setting: {text}}) }
		page := b.page("/settings")
		checkStructure(t, page)
		if !strings.Contains(page, "EMN Ad-Hoc Query on") || !strings.Contains(page, "our wording") {
			t.Errorf("it does not show ours:\n%s", words(page))
		}
		if a := save("prefix", "The official prefix:"); a.Code != 303 {
			t.Fatalf("%d %s", a.Code, words(a.Body))
		}
		if page := words(b.page("/settings")); !strings.Contains(page, "Ours would be: “EMN Ad-Hoc Query on”") {
			t.Errorf("it does not show the way back:\n%s", page)
		}
		if page := w.as("the Norwegian coordinator").page(w.at()); !strings.Contains(page, "The official prefix: ") {
			t.Error("the page of the AHQ says it otherwise than a document would")
		}
		if a := save("disclaimer", strings.Repeat("long ", 2000)); a.Code != 422 || !strings.Contains(a.Body, "at most 5000") || !strings.Contains(a.Body, "long long") {
			t.Errorf("too long: %d", a.Code)
		}
		save("prefix", " ")
		if page := b.page("/settings"); !strings.Contains(page, "EMN Ad-Hoc Query on</textarea>") {
			t.Error("emptied, ours is not back")
		}
		if a := save("none", "x"); a.Code != 422 {
			t.Errorf("a setting that there is not: %d", a.Code)
		}
	})
}

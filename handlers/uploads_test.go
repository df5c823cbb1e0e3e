package handlers

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"ahq/forms/reading"
	"ahq/models"
	"ahq/workflow"
)

// While a file is read its page says how far it is, and afterwards leads on.
func TestAFileIsReadWhileItsPageIsOpen(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		live(t, w)
		record := w.complete()
		belgian := w.actor("the Belgian coordinator")
		id, err := w.flow.Upload(t.Context(), belgian, w.belgium.ID, workflow.File{Name: "answers.pdf", Body: strings.NewReader("%PDF-1.7\n")})
		w.must(err)
		at := w.url("uploads/" + string(id))
		page := w.visit(visit{what: "it waits", who: "the Belgian coordinator", path: at, code: 200, says: "answers.pdf It is being read."})
		checkStructure(t, page.Body)
		if !strings.Contains(page.Body, `progress.js"`) || !strings.Contains(words(page.Body), "Look again") {
			t.Errorf("nothing leads on: %s", words(page.Body))
		}
		line := w.listens(t, "the Belgian coordinator", at+"/live")
		w.flow.PDF = func(_ context.Context, _ []byte, told func(done, pages int)) (reading.Document, error) {
			told(3, 12)
			if p := line.next("progress"); p.Data["done"] != 3.0 || p.Data["all"] != 12.0 || p.Data["ended"] != false {
				t.Errorf("told is %v", p.Data)
			}
			w.visit(visit{what: "on the page", who: "the Belgian coordinator", path: at, code: 200, says: "3 of 12 pages are read."})
			w.visit(visit{what: "a part of the page", who: "the Belgian coordinator", path: at + "/progress", code: 200, says: "3 of 12 pages are read."})
			return reading.Text([]byte("Title\tStay safe\n"))
		}
		w.must(w.flow.ReadUpload(t.Context(), id))
		if p := line.next("progress"); p.Data["ended"] != true || p.Data["to"] != at {
			t.Errorf("at the end told is %v", p.Data)
		}
		to := w.as("the Belgian coordinator").get(at)
		if to.Code != http.StatusSeeOther {
			t.Fatalf("then it is %d", to.Code)
		}
		w.visit(visit{what: "and leads on", who: "the Belgian coordinator", path: to.To, code: 200, says: "Stay safe"})
		for _, who := range []string{"the Norwegian coordinator", "the Danish coordinator"} {
			if a := w.as(who).get(at); a.Code < 400 {
				t.Errorf("%s sees it: %d", who, a.Code)
			}
		}
		if got := w.written(record, "title").Text; got == "Stay safe" {
			t.Error("it was kept before anybody said so")
		}
	})
}

func TestWhoComesBackReadsWhyAFileWasNotRead(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		id, err := w.flow.Upload(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, workflow.File{Name: "letter.txt", Body: strings.NewReader("Dear all, see attached.")})
		w.must(err)
		w.must(w.flow.ReadUpload(t.Context(), id))
		page := w.visit(visit{what: "why", who: "the Belgian coordinator", path: w.url("uploads/" + string(id)), code: 200, says: "In the file letter.txt no question of this AHQ was found"})
		checkStructure(t, page.Body)
		w.visit(visit{what: "one that is not there", who: "the Belgian coordinator", path: w.url("uploads/none"), code: 404})
		other := responseURL(w.denmark.ID) + "/uploads/" + string(id)
		w.visit(visit{what: "beside another response", who: "the Danish coordinator", path: other, code: 404})
		kept, err := w.flow.Store.ResponseAttachments(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID)
		if w.must(err); len(kept) > 0 {
			t.Errorf("kept are %v", kept)
		}
	})
}

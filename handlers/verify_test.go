package handlers

import (
	"strings"
	"testing"

	"ahq/models"
)

func TestAFileCanBeDroppedToBeVerified(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderYes)
		public, internal := editionURL(w.edition(models.Public)), editionURL(w.edition(models.Internal))
		page := w.as("nobody").get(public + "/download/html").Body
		inside := w.as(finland).get(internal + "/file?format=html&layout=question").Body
		receipt := w.as("the Belgian contributor").get(w.url("versions", "1", "receipt.json")).Body
		paper := w.as("the Belgian contributor").get(w.url("versions", "1", "receipt.pdf")).Body
		for _, c := range []struct{ what, who, file, says string }{
			{"a public edition", "nobody", page, "to the last byte"},
			{"changed", "nobody", strings.Replace(page, "Belgium", "Belgien", 1), "No: it was changed"},
			{"an internal one, by question", finland, inside, "Internal edition 1"},
			{"an internal one, for nobody", "nobody", inside, "Unknown"},
			{"a receipt", "nobody", receipt, "Version 1 of BE"},
			{"a receipt, changed", "nobody", strings.Replace(receipt, `"BE"`, `"AT"`, 1), "Unknown"},
			{"a receipt as a page", "nobody", paper, "Version 1 of BE"},
			{"a receipt as a page, changed", "nobody", strings.Replace(paper, "Receipt: ", "Receipt; ", 1), "No: it was changed"},
			{"anything", "nobody", "anything", "Unknown"},
		} {
			t.Run(c.what, func(t *testing.T) {
				if a := w.as(c.who).upload("/verify", "a file", c.file); a.Code != 200 || !strings.Contains(a.Body, c.says) {
					t.Errorf("it says %d\n%s", a.Code, a.Body)
				}
			})
		}
		if a := w.as("nobody").post("/verify", nil); a.Code != 422 || !strings.Contains(a.Body, "Choose a file") {
			t.Errorf("no file at all: %d %s", a.Code, a.Body)
		}
		if key := w.as("nobody").get("/receipt-key").Body; !strings.Contains(receipt, strings.TrimSpace(key)) || key == "\n" {
			t.Errorf("the key is %q, the receipt\n%s", key, receipt)
		}
	})
}

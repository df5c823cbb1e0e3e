package api_test

import (
	"strings"
	"testing"
)

func TestADraftMayBeUnfinishedAndNamesEarlierAHQs(t *testing.T) {
	each(t, func(w *world) {
		norway := w.as("the Norwegian coordinator")
		earlier := *w.ahq.Reference
		text := func(questionnaire, relations string) string {
			return `{"topic": "more", "lead": "NO", "addressing": "all", "dissemination": "open", "relations": ` + relations + `, "questionnaire": ` + questionnaire + `}`
		}
		circle := `{"id": "own", "title": "Own", "questions": [
			{"id": "a", "label": "A?", "kind": "verdict", "when": {"question": "b", "is": ["yes"]}},
			{"id": "b", "label": "B?", "kind": "verdict", "when": {"question": "a", "is": ["yes"]}}]}`
		made := norway.post("/ahqs", text(circle, `[{"kind": "updates", "reference": "`+earlier+`"}]`)).want(201).says(`"kind":"updates"`)
		_, path, _ := strings.Cut(made.Header.Get("Location"), "/api/v1")
		norway.post(path+"/issue", "").want(422).says("/questionnaire/questions/0/when/question").says("/reply_by")
		read := norway.get(path).want(200).says(`"reference":"` + earlier + `"`)
		norway.with("If-Match", read.Header.Get("ETag")).put(path, text(`{"id": "own", "title": "Own"}`, `[]`)).want(200)
		norway.post(path+"/issue", "").want(422).says("add a question or a table")
		norway.post("/ahqs", text(circle, `[{"kind": "part_of", "reference": "1999.1"}]`)).want(422).says("/relations/0/reference")
		norway.post("/ahqs", text(`{"id": "own", "title": "Own", "questions": [{"id": "a", "label": "A?", "kind": "guess"}]}`, `[]`)).want(422).says("/questionnaire/questions/0/kind")
	})
}

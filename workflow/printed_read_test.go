package workflow

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/forms/reading/pdf"
	"ahq/workflow/document"
)

// What we print can be taken over into the next response.
func TestWhatIsPrintedReadsBack(t *testing.T) {
	t.Parallel()
	edition := norwegian2017(t)
	aside := reading.Aside{Starts: reading.PDF, Read: pdf.Read}
	for _, format := range []document.Format{document.PDF, document.DOCX} {
		t.Run(string(format), func(t *testing.T) {
			var file bytes.Buffer
			if err := document.Write(&file, format, edition.document(Printing{})); err != nil {
				t.Fatal(err)
			}
			d, err := reading.Read("edition."+string(format), file.Bytes(), aside)
			if err != nil {
				t.Fatal(err)
			}
			want, got := edition.answers[0].Content.Records, withTitle(d.Propose(edition.ahq.Questionnaire).Content)
			if len(got) != len(want) {
				t.Fatalf("%d records, not %d", len(got), len(want))
			}
			for i, r := range want {
				if r.Section != got[i].Section || !strings.HasSuffix(strings.TrimSuffix(r.Heading, ":"), got[i].Heading) || got[i].Heading == "" {
					t.Errorf("record %d: %s, %q, not %s, %q", i, got[i].Section, got[i].Heading, r.Section, r.Heading)
				}
				for id, a := range r.Cells {
					if onlyWords(a.Text) != onlyWords(got[i].Cells[id].Text) {
						t.Errorf("record %d, %s: %q, not %q", i, id, got[i].Cells[id].Text, a.Text)
					}
				}
			}
		})
	}
}

// withTitle are the records that have a title; the overview of an edition counts by
// question, and looks like one that has none.
func withTitle(c forms.Content) (all []forms.Record) {
	for _, r := range c.Records {
		if r.Cells["title"].Text != "" {
			all = append(all, r)
		}
	}
	return all
}

// numberOfItem: Word counts the items of a list itself.
var numberOfItem = regexp.MustCompile(`(?m)^\d+\.\s`)

// onlyWords of a text, without what stands between them: a list is printed as one.
func onlyWords(text string) string {
	text = numberOfItem.ReplaceAllString(text, "")
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

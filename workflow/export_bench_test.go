package workflow

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// BenchmarkCompile750 puts together and writes an edition of 750 campaign
// tables: 30 NCPs with 25 each, 13 answers of some 350 bytes.
func BenchmarkCompile750(b *testing.B) {
	f := heavy(b, 30, 25)
	b.Run("docx with a glance", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := document.Write(io.Discard, document.DOCX, f.understood(b).document(Printing{})); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, format := range []document.Format{document.DOCX, document.HTML} {
		b.Run(string(format), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := document.Write(io.Discard, format, f.document(Printing{})); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func heavy(b testing.TB, ncps, records int) filtered {
	b.Helper()
	q, ok := forms.Shipped("norway-2016")
	if !ok {
		b.Fatal("norway-2016 is not shipped")
	}
	made := time.Date(2017, 3, 1, 9, 0, 0, 0, time.UTC)
	reference := "2016.1"
	f := filtered{
		texts: DefaultTexts(), names: map[string]string{"NO": "Norway"}, audience: models.Internal, number: 1, made: made,
		ahq: models.AHQ{
			Reference: &reference, Topic: "campaigns", Questionnaire: q, ReplyBy: "2017-01-23", IssuedAt: &made,
			Requesters: []models.Requester{{NCP: "NO", Lead: true}}, Dissemination: models.OpenDissemination,
		},
	}
	for n := range ncps {
		a := filteredAnswer{NCP: fmt.Sprintf("N%d", n), Name: fmt.Sprintf("Country %d", n), Wider: true}
		for r := range records {
			a.Content.Records = append(a.Content.Records, campaign(q.Tables[0], r))
		}
		f.answers = append(f.answers, a)
	}
	return f
}

func campaign(t forms.Table, n int) forms.Record {
	r := forms.Record{ID: fmt.Sprintf("r%d", n+1), Section: "origin", Heading: fmt.Sprintf("COUNTRY %d", n), Cells: map[string]forms.Answer{}}
	text := "We did, see http://www.campaign.example/page and:\n• one thing\n• another thing\n\n" + strings.Repeat("A sample sentence that says so. ", 8)
	for _, q := range t.Questions() {
		r.Cells[q.ID] = forms.Answer{Text: text}
	}
	return r
}

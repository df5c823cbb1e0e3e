package workflow

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// BenchmarkLeakCheck looks through an edition of 750 campaign tables, half of
// them withheld, beside what it takes to write it. Gathering is done once for an
// edition, excusing at most once.
func BenchmarkLeakCheck(b *testing.B) {
	f, all := halfWithheld(b)
	c := models.Compilation{Audience: models.Public, Number: 1, MadeAt: f.made}
	words := models.Frozen{AHQ: f.ahq, Texts: f.texts, Names: f.names}
	b.Run("gather", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			newSecrets(words, c, all)
		}
	})
	s := newSecrets(words, c, all)
	b.Run("excuse", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.index.found(s.clean.sayable()); err != nil {
				b.Fatal(err)
			}
		}
	})
	if _, err := s.excused(); err != nil {
		b.Fatal(err)
	}
	for _, format := range []document.Format{document.DOCX, document.HTML} {
		var file bytes.Buffer
		if err := document.Write(&file, format, f.document(Printing{})); err != nil {
			b.Fatal(err)
		}
		b.Run("write "+string(format), func(b *testing.B) {
			for b.Loop() {
				if err := document.Write(io.Discard, format, f.document(Printing{})); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("check "+string(format), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := s.absentFrom("the file", format, bytes.NewReader(file.Bytes()), int64(file.Len())); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// halfWithheld is the edition of heavy, in words that differ from answer to
// answer, of which every other NCP's are withheld.
func halfWithheld(b *testing.B) (filtered, []models.Unfiltered) {
	b.Helper()
	f := heavy(b, 30, 25)
	f.audience = models.Public
	random := rand.New(rand.NewPCG(1, 2))
	var all []models.Unfiltered
	for i := range f.answers {
		a := &f.answers[i]
		for _, r := range a.Content.Records {
			for q := range r.Cells {
				r.Cells[q] = forms.Answer{Text: "We did, see http://www.campaign.example/page and:\n• one thing\n• another\n\n" + babble(random, 50)}
			}
		}
		v := models.Version{Number: 1, Wider: i%2 == 0, Content: a.Content}
		all = append(all, models.Unfiltered{NCP: a.NCP, Number: 1, Withheld: !v.Wider, Versions: []models.Version{v}})
		if !v.Wider {
			a.Withheld, a.Content = true, forms.Content{}
		}
		f.names[a.NCP] = a.Name
	}
	return f, all
}

// babble is so many words that mean nothing.
func babble(random *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("word%d", random.IntN(5000))
	}
	return strings.Join(words, " ") + "."
}

//go:build unix

package workflow

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
)

// BenchmarkLeakCheck looks through the files that are usually wanted of a public
// edition of 750 campaign tables, half of them withheld, right after writing each:
// a busy machine slows both. Writing is all that is done for one file, from what
// may be told to the last byte; reading, once for an edition, is not in it. All
// are seconds of the processor, those of collecting garbage too. Gathering and
// excusing are done once for an edition; "print" is excusing what no text of the
// edition explains, which hardly ever is needed, and is not in its share.
func BenchmarkLeakCheck(b *testing.B) {
	e := halfWithheld(b)
	e.secrets() // what is made once for a program is there
	b.Run("edition", e.benchmarkEdition)
	s := e.secrets()
	e.excuse(b, s)
	for _, one := range wanted {
		format, _ := FormatOf(one.Format)
		b.Run(printName(e.told.ahq, e.edition, one.Printing, format), func(b *testing.B) {
			var writing, checking time.Duration
			for b.Loop() {
				w, c := e.file(b, s, one)
				writing, checking = writing+w, checking+c
			}
			ratio(b, checking, writing)
		})
	}
}

// benchmarkEdition is the share of the check in a whole edition.
func (e heavyEdition) benchmarkEdition(b *testing.B) {
	var writing, checking, gathering, excusing time.Duration
	var s *secrets
	for b.Loop() {
		gathering += spent(func() { s = e.secrets() })
		excusing += e.excuse(b, s)
		for _, one := range wanted {
			w, c := e.file(b, s, one)
			writing, checking = writing+w, checking+c
		}
	}
	printing := spent(func() {
		if _, err := s.inPrint(); err != nil {
			b.Fatal(err)
		}
	})
	b.ReportMetric(milliseconds(b, gathering), "gather-ms")
	b.ReportMetric(float64(printing.Milliseconds()), "print-ms")
	b.ReportMetric(milliseconds(b, excusing), "excuse-ms")
	ratio(b, gathering+excusing+checking, writing)
}

func ratio(b *testing.B, checking, writing time.Duration) {
	b.ReportMetric(milliseconds(b, checking), "check-ms")
	b.ReportMetric(milliseconds(b, writing), "write-ms")
	b.ReportMetric(float64(checking)/float64(writing), "check/write")
	b.ReportMetric(0, "ns/op")
}

func milliseconds(b *testing.B, d time.Duration) float64 {
	return float64(d.Microseconds()) / 1000 / float64(b.N)
}

// spent is how long the processor was busy meanwhile.
func spent(do func()) time.Duration {
	before := busy()
	do()
	return busy() - before
}

func busy() time.Duration {
	var all syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &all) // it fails only without memory to write to
	return time.Duration(all.Utime.Nano() + all.Stime.Nano())
}

// A heavyEdition is what heavy asks, in words that differ from answer to answer,
// of which every other NCP's are withheld.
type heavyEdition struct {
	edition models.Compilation
	told    filtered
	all     []models.Unfiltered
}

func (e heavyEdition) secrets() *secrets {
	return newSecrets(models.Frozen{AHQ: e.told.ahq, Texts: e.told.texts, Names: e.told.names}, e.edition, e.all)
}

func (e heavyEdition) excuse(b *testing.B, s *secrets) time.Duration {
	b.Helper()
	return spent(func() {
		if excused, err := s.inTexts(); err != nil || len(excused) == 0 {
			b.Fatal("nothing is said twice", err)
		}
	})
}

// file writes a file and looks through it.
func (e heavyEdition) file(b *testing.B, s *secrets, one Wanted) (writing, checking time.Duration) {
	b.Helper()
	format, _ := FormatOf(one.Format)
	var file bytes.Buffer
	writing = spent(func() {
		e.told.manifest = e.told.manifestOf(e.edition, one.Printing, format, "ahq")
		if err := format.write(e.told, one.Printing, &file); err != nil {
			b.Fatal(err)
		}
	})
	checking = spent(func() {
		if err := s.absentFrom("the file", one.Format, bytes.NewReader(file.Bytes()), int64(file.Len())); err != nil {
			b.Fatal(err)
		}
	})
	return writing, checking
}

func halfWithheld(b *testing.B) heavyEdition {
	b.Helper()
	f := heavy(b, 30, 25)
	e := heavyEdition{edition: models.Compilation{Audience: models.Public, Number: 1, MadeAt: f.made}}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range f.answers {
		a := &f.answers[i]
		for _, r := range a.Content.Records {
			for q := range r.Cells {
				r.Cells[q] = forms.Answer{Text: "We did, see http://www.campaign.example/page and:\n• one thing\n• another\n\n" + babble(random, 50)}
			}
		}
		v := models.Version{Number: 1, Wider: i%2 == 0, Content: a.Content}
		e.all = append(e.all, models.Unfiltered{NCP: a.NCP, Number: 1, Withheld: !v.Wider, Versions: []models.Version{v}})
		f.names[a.NCP] = a.Name
	}
	e.told = cleanEdition(models.Frozen{AHQ: f.ahq, Texts: f.texts, Names: f.names}, e.edition, e.all)
	var err error
	if e.told.reports, err = e.told.read(); err != nil {
		b.Fatal(err)
	}
	return e
}

// babble is so many words that mean nothing.
func babble(random *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("word%d", random.IntN(5000))
	}
	return strings.Join(words, " ") + "."
}

package workflow

import (
	"fmt"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// An AHQ of 34 NCPs, of which one reads its calendar, and one that of the 120
// AHQs of a year.
func BenchmarkACalendar(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		w := newWorld(b, open(b))
		toAll := func(f *AHQForm) { f.Addressing, f.Selected = models.All, nil }
		for i := range 34 - 5 {
			w.must(w.SaveNCP(w.ctx, Itself(), models.NCP{Code: fmt.Sprintf("%c%c", 'P'+i/10, 'A'+i%10), Name: fmt.Sprintf("NCP %d", i), Role: models.Member}))
		}
		a := w.issued(toAll)
		_, one := w.feed("BE coordinator", a.ID)
		_, all := w.feed("BE coordinator", "")
		b.Run(name+"/of an AHQ", func(b *testing.B) { w.reads(b, one, 1) })
		for range 119 {
			w.issued(toAll)
		}
		b.Run(name+"/of a person", func(b *testing.B) { w.reads(b, all, 120) })
	}
}

func (w *world) reads(b *testing.B, secret string, want int) {
	b.Helper()
	if n := len(w.shown(secret)); n != want {
		b.Fatalf("it has %d dates", n)
	}
	for b.Loop() {
		if _, err := w.Calendar(w.ctx, secret); err != nil {
			b.Fatal(err)
		}
	}
}

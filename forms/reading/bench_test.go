package reading

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"ahq/forms/formstest"
)

func BenchmarkBelgium(b *testing.B) {
	raw, q := formstest.Seed(b, "be-response.txt"), norway(b)
	for _, times := range []int{1, 10, 100} {
		text := bytes.Repeat(raw, times)
		b.Run(fmt.Sprintf("%d times", times), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				lined(string(text)).Propose(q) // more than Text takes, to see how it grows
			}
		})
	}
}

// A Word document of 744 tables, 2.8 MB of text.
func BenchmarkWord(b *testing.B) {
	q := norway(b)
	for _, times := range []int{1, 10, 31} {
		raw := belgiumAsWord(b, times)
		b.Run(fmt.Sprintf("%d tables", 24*times), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, err := Read("be.docx", raw)
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(d.Text)))
				d.Propose(q)
			}
		})
	}
}

// belgiumAsWord is a Word document with the 24 campaigns of Belgium so many times.
func belgiumAsWord(t testing.TB, times int) []byte {
	_, belgian := belgium(t)
	c := belgian.Content
	c.Records = slices.Repeat(c.Records, times)
	return printedAsWord(t, c)
}

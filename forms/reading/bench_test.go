package reading

import (
	"bytes"
	"fmt"
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

// A Word document of 750 tables, 3.3 MB of text.
func BenchmarkWord(b *testing.B) {
	_, belgian := belgium(b)
	q := norway(b)
	for _, times := range []int{1, 10, 31} {
		c := belgian.Content
		c.Records = nil
		for range times {
			c.Records = append(c.Records, belgian.Content.Records...)
		}
		raw := printedAsWord(b, c)
		b.Run(fmt.Sprintf("%d tables", len(c.Records)), func(b *testing.B) {
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

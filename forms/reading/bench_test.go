package reading

import (
	"bytes"
	"fmt"
	"testing"
)

func BenchmarkBelgium(b *testing.B) {
	raw, q := seed(b, "be-response.txt"), norway(b)
	for _, times := range []int{1, 10, 100} {
		text := bytes.Repeat(raw, times)
		b.Run(fmt.Sprintf("%d times", times), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				d, err := Text(text)
				if err != nil {
					b.Fatal(err)
				}
				d.Propose(q)
			}
		})
	}
}

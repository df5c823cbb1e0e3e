package workflow

import (
	"fmt"
	"io"
	"testing"

	"ahq/workflow/document"
)

// BenchmarkWorkbook puts together and writes the sheets of an edition, from 10
// records to ten times the largest we expect: the time grows with the records,
// the memory hardly.
func BenchmarkWorkbook(b *testing.B) {
	for _, format := range []document.Format{document.XLSX, document.CSV} {
		for _, records := range []int{10, 75, 750, 7500} {
			f := heavy(b, 5, records/5)
			b.Run(fmt.Sprintf("%s/records=%d", format, records), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					var err error
					if f.reports, err = f.read(); err != nil {
						b.Fatal(err)
					}
					if err := asWorkbook(format)(f, Printing{}, io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

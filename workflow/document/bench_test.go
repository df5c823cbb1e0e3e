package document

import (
	"io"
	"strings"
	"testing"
)

// BenchmarkDOCX writes the largest compilation we expect: 750 campaigns of
// thirteen rows, 4.4 KB of text each.
func BenchmarkDOCX(b *testing.B) { benchmark(b, DOCX) }

func BenchmarkHTML(b *testing.B) { benchmark(b, HTML) }

func benchmark(b *testing.B, f Format) {
	d := Document{Title: "Large", Running: "Large", Blocks: []Block{Contents{Title: "Contents", Depth: 3}}}
	for range 750 {
		d.Blocks = append(d.Blocks, Heading{Level: 3, Text: "MACEDONIA & KOSOVO"}, heavy())
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, f, d); err != nil {
			b.Fatal(err)
		}
	}
}

// heavy is a table like campaign's with 340 bytes in each answer.
func heavy() Table {
	t := campaign("Malta", 1)
	for _, row := range t.Rows {
		if !row.Separator {
			row.Cells[1].Blocks = []Block{Paragraph{Text: Plain(strings.Repeat("An answer of thirty-four letters. ", 10))}}
		}
	}
	return t
}

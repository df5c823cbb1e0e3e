package forms

import (
	"fmt"
	"strings"
	"testing"
)

// repeated are texts that invite a reader to look again and again.
var repeated = []string{
	"EUR ", "1", "1 ", "1.", "111 ", "1/", "1-", "1 + ", "2014-", "2014 – ", "May ", "May, ", "1. ", "+1 ", "(1 € ", "a) ", "total ", "estimated ",
	"1 € ", "1 € + ", "10 000 – 20 000 €, ", "label label: ", "1 month + ", "extension of ", "6 months, ", "5 May – ", "Q1, ", "2016-03-01 to ", "x", "é", "\u0301", "\n",
	"2009: 39,894.75 EUR\n", "1 October – 31 December 2011 (3 months); ",
}

var readers = []struct {
	name  string
	read  func(string) Reading
	cells []string
}{
	{"money", readMoney, []string{
		"59.700,00 EUR",
		"(185.000€)\nI: 75.000 € Office for Migration\nII: 35.000€ Office for Migration + 75.000 Office for Refugees",
	}},
	{"period", readPeriod, []string{
		"23 May 2016 – 22 November 2016 (6 months)",
		"I: 12.12.2011 – 01.08.2012 (8 months); prolonged until 30.09.2012\nII: 01.02.2012 – 01.08.2012 (6 months)",
	}},
	{"number", readNumber, []string{"about 1 200 persons"}},
	{"date", readDate, []string{"16 December 2016"}},
}

// BenchmarkRepeated shows whether a reader is linear: the same MB/s for 4 and for
// 32 KB of a text that repeats.
func BenchmarkRepeated(b *testing.B) {
	for _, reader := range readers {
		for _, piece := range repeated {
			for _, size := range []int{4_000, 32_000} {
				raw := strings.Repeat(piece, size/len(piece))
				b.Run(fmt.Sprintf("%s/%q/%dKB", reader.name, piece, size/1000), func(b *testing.B) {
					b.SetBytes(int64(len(raw)))
					for b.Loop() {
						reader.read(raw)
					}
				})
			}
		}
	}
}

func BenchmarkReaders(b *testing.B) {
	for _, reader := range readers {
		for _, cell := range reader.cells {
			b.Run(fmt.Sprintf("%s/%dB", reader.name, len(cell)), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					reader.read(cell)
				}
			})
		}
	}
}

func BenchmarkLongCells(b *testing.B) {
	for _, size := range []int{1_000, 10_000, 100_000} {
		for _, reader := range readers {
			raw := strings.Repeat(reader.cells[0]+"\n", size/len(reader.cells[0]))
			b.Run(fmt.Sprintf("%s/%dKB", reader.name, size/1000), func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					reader.read(raw)
				}
			})
		}
	}
}

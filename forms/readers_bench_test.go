package forms

import (
	"fmt"
	"strings"
	"testing"
	"time"
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

// TestReadersAreLinear gives each reader texts of 4 and of 32 KB: eight times the
// length may take forty times the time (a busy machine collects garbage), not
// sixty-four.
func TestReadersAreLinear(t *testing.T) {
	for _, reader := range readers {
		for _, piece := range repeated {
			short, long := strings.Repeat(piece, 4_000/len(piece)), strings.Repeat(piece, 32_000/len(piece))
			once, eight := fastest(reader.read, short), fastest(reader.read, long)
			if eight > 40*once+20*time.Millisecond {
				t.Errorf("%s of %q: %v for 4 KB, %v for 32 KB", reader.name, piece, once, eight)
			}
		}
	}
}

// fastest is the best of several times: other work on the machine only adds.
func fastest(read func(string) Reading, raw string) time.Duration {
	best := time.Hour
	for range 3 {
		best = min(best, timed(read, raw))
	}
	return best
}

func timed(read func(string) Reading, raw string) time.Duration {
	start := time.Now()
	read(raw)
	return time.Since(start)
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

package forms

import (
	"strings"
	"testing"
)

const (
	plainSentence = "The campaign was seen as quite useful by the ministry, although numbers did not drop at once in the coastal area. "
	twoLinks      = "http://www.example.org/; https://www.facebook.com/example.org?fref=ts"
)

func BenchmarkVerdict500(b *testing.B) {
	raw := strings.Repeat(plainSentence, 5)[:500]
	for b.Loop() {
		readVerdict(Success, raw)
	}
}

func BenchmarkTwoLinks(b *testing.B) {
	for b.Loop() {
		readLinks(twoLinks)
	}
}

func BenchmarkLanguages(b *testing.B) {
	raw := strings.Repeat(plainSentence, 3) + "In French and Wolof."
	for b.Loop() {
		readLanguages(raw)
	}
}

func BenchmarkPersonalData4400(b *testing.B) {
	raw := strings.Repeat(plainSentence, 38)
	for b.Loop() {
		personalData(raw)
	}
}

func BenchmarkReason(b *testing.B) {
	for b.Loop() {
		readReason("N/A")
	}
}

func BenchmarkCountries(b *testing.B) {
	for b.Loop() {
		readCountries("MACEDONIA & KOSOVO")
	}
}

// A text ten times as long takes about ten times as long, whatever it is made of.
func BenchmarkLongTexts(b *testing.B) {
	readers := map[string]func(string){
		"links":     func(raw string) { readLinks(raw) },
		"verdict":   func(raw string) { readVerdict(Success, raw) },
		"languages": func(raw string) { readLanguages(raw) },
		"personal":  func(raw string) { personalData(raw) },
	}
	for name, read := range readers {
		for _, unit := range []string{plainSentence, "a@b.", "http://a.org/)", "French (French) ", "1 2 ", "not "} {
			for _, size := range []int{10_000, 100_000} {
				raw := strings.Repeat(unit, size/len(unit))
				b.Run(name+"/"+strings.TrimSpace(unit[:min(12, len(unit))])+"/"+strings.Repeat("0", size/10_000), func(b *testing.B) {
					b.SetBytes(int64(size))
					for b.Loop() {
						read(raw)
					}
				})
			}
		}
	}
}

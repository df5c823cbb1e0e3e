package forms

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// knownWords are every word that a reader knows, and signs and numbers between.
func knownWords() []string {
	words := append([]string{
		"1", "12", "31", "500", "000", "2016", "2016-03", "½", "٣", ".", ",", "-", "–", "/", "+", "=", "(", ")", ":", "'", "%", "&", "~", "\n", "\u00a0",
		"Belgium", "German Office", "x", "\u0301", "\xff",
	}, repeated...)
	words = append(words, wordsOf(moneyRoles)...)
	words = append(words, wordsOf(currencies)...)
	words = append(words, wordsOf(scales)...)
	words = append(words, wordsOf(dateRoles)...)
	words = append(words, wordsOf(units)...)
	return append(words, wordsOf(spelledCounts)...)
}

func wordsOf[M any](lists []wordList[M]) []string {
	var words []string
	for _, list := range lists {
		for word := range strings.SplitSeq(list.words, ",") {
			words = append(words, strings.TrimSpace(word))
		}
	}
	return words
}

// TestReadersTakeAnyWords puts known words in any order: nothing panics, and what
// is quoted stands in the text.
func TestReadersTakeAnyWords(t *testing.T) {
	known := rapid.SampledFrom(knownWords())
	rapid.Check(t, func(t *rapid.T) {
		raw := strings.Join(rapid.SliceOfN(known, 0, 30).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		for _, a := range readMoney(raw).Money.Amounts {
			for _, quoted := range []string{a.Printed, a.Label, a.Payer} {
				if !strings.Contains(raw, quoted) {
					t.Fatalf("%q is not in %q", quoted, raw)
				}
			}
			if a.Amount.IsNegative() {
				t.Fatalf("%q gives %s", raw, a.Amount)
			}
		}
		readPeriod(raw)
		readNumber(raw)
		readDate(raw)
	})
}

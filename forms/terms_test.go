package forms

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWordsAsTheyAreLookedFor(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an ending", "Evaluations evaluated", "evalu evalu"},
		{"accents", "Évaluation Łódź Straße København", "evalu lodz strass kobenhavn"},
		{"another alphabet", "Η Εκστρατεία Οδός", "η εκστρατεια οδοσ"},
		{"signs", "re-entry (2016/17): 49.780 € & more", "re entri 2016 17 49 780 more"},
		{"an s behind an apostrophe", "the State's and states’ policy", "the state and state polici"},
		{"what cannot be seen", "mi\u00adgra\u200btion \u202emigration\u202c \x00 x", "migrat migrat x"},
		{"letters as they are not written", "ﬁnance １２ ½", "financ 12 12"},
		{"signs only", "' \" * ( % _ -- ;", ""},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for term := range Terms(c.text) {
				got = append(got, term.Stem)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%q is looked for as %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestAWordOfAnyLengthIsCut(t *testing.T) {
	for _, word := range []string{strings.Repeat("a", 10_000), strings.Repeat("ж", 10_000)} {
		stems := slices.Collect(Terms(word))
		if len(stems) != 1 || len(stems[0].Stem) > longestTerm || !utf8.ValidString(stems[0].Stem) {
			t.Errorf("%d bytes are cut to %v", len(word), stems)
		}
	}
}

func FuzzTerms(f *testing.F) {
	f.Add("Évaluations, of the State's “policy” \x00\xff\u202e ﬁ")
	f.Fuzz(func(t *testing.T, text string) {
		for term := range Terms(text) {
			if term.From >= term.To || term.To > len(text) {
				t.Fatalf("%q stands at %d to %d", term.Stem, term.From, term.To)
			}
			for _, r := range term.Stem {
				if !inWord(r) {
					t.Fatalf("%q has %q in it, which ends a word", term.Stem, r)
				}
			}
		}
	})
}

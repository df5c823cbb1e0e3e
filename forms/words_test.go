package forms

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFolded(t *testing.T) {
	for raw, want := range map[string]string{
		"Côte d’Ivoire":        "cote d ivoire",
		"COTE D'IVOIRE":        "cote d ivoire",
		"  Straße,\nGÖTEBORG ": "strasse goteborg",
		"hasn’t":               "hasn t",
		"ﬁnal":                 "final",
		"e\u0301te\u00ad":      "ete",
		"Œuvre łódź Ørsted":    "oeuvre lodz orsted",
		"Российская":           "россииская",
		"":                     "",
		"/–.":                  "",
	} {
		if got := folded(raw); got != want {
			t.Errorf("%q is folded to %q, not %q", raw, got, want)
		}
	}
}

func TestSentencesEnd(t *testing.T) {
	for raw, want := range map[string]gap{
		"one two":    0,
		"one, two":   pauseGap,
		"one. Two":   stopGap,
		"one.two":    0,
		"1.5":        0,
		"one: two":   stopGap,
		"one\ntwo":   lineGap,
		"one.\ntwo":  stopGap | lineGap,
		"one\n• two": stopGap | lineGap,
		"one – two":  pauseGap,
		"one’s":      0,
		"one (two)":  pauseGap,
	} {
		if got := words(raw)[0].gap; got != want {
			t.Errorf("%q: the gap is %b, not %b", raw, got, want)
		}
	}
}

func TestWordsStandWhereTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw, end := rapid.String().Draw(t, "raw"), 0
		for _, w := range words(raw) {
			if w.start < end || w.end <= w.start || w.end > len(raw) || w.text == "" {
				t.Fatalf("%+v does not stand in %q", w, raw)
			}
			if end = w.end; utf8.ValidString(raw) && !utf8.ValidString(raw[w.start:w.end]) {
				t.Fatalf("%+v cuts a letter of %q", w, raw)
			}
		}
	})
}

func FuzzWords(f *testing.F) {
	for _, raw := range []string{"Côte d’Ivoire", "İ", "\xff", "ǅ", "ﬃ", "\u0301", "ab ͺ c"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if once := folded(raw); strings.Contains(once, "  ") {
			t.Errorf("%q is folded to %q", raw, once)
		}
	})
}

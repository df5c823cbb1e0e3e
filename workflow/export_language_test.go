package workflow

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ahq/forms"
	"ahq/workflow/document"
)

func TestLettersTellALanguage(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // pieces, each with its language before it
	}{
		{"only English", []string{"|only English"}},
		{"“quoted” – and a bullet •", []string{"|“quoted” – and a bullet •"}},
		{"έγινε αξιολόγηση το 2016.", []string{"el|έγινε αξιολόγηση το 2016."}},
		{"See: Υπουργείο Μετανάστευσης (2016), page 3.", []string{"|See: ", "el|Υπουργείο Μετανάστευσης", "| (2016), page 3."}},
		{"5 μm of α and β", []string{"|5 μm of α and β"}},
		{"საქართველო", []string{"ka|საქართველო"}},
		{"Հայաստան", []string{"hy|Հայաստան"}},
		{"שָׁלוֹם and мир", []string{"he|שָׁלוֹם", "| and ", "und-Cyrl|мир"}},
		{"Γειά, мир!", []string{"el|Γειά", "|, ", "und-Cyrl|мир!"}},
		{"دری (Dari)", []string{"und-Arab|دری", "| (Dari)"}},
		{"مـرحبا", []string{"und-Arab|مـرحبا"}}, // a letter that is drawn long
		{"日本語", []string{"|日本語"}},
	} {
		var got []string
		for _, s := range spoken(document.Span{Text: c.text}) {
			got = append(got, s.Lang+"|"+s.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q is divided into %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTellingALanguageChangesNoLetter(t *testing.T) {
	letters := rapid.StringOf(rapid.RuneFrom([]rune("ab αβγ абв שלמ دری ქარ هـ\u0301\u064b12.,;()\n\u202e\ufffd")))
	rapid.Check(t, func(t *rapid.T) {
		text := letters.Draw(t, "text")
		var whole strings.Builder
		for _, s := range spoken(document.Span{Text: text, Strong: true}) {
			if whole.WriteString(s.Text); s.Text == "" && text != "" || !s.Strong {
				t.Fatalf("%q has an empty piece, or one in another dress", text)
			}
		}
		if whole.String() != text {
			t.Fatalf("%q became %q", text, whole.String())
		}
	})
}

func TestAHeadingSaysItsLanguage(t *testing.T) {
	f := filtered{names: map[string]string{}}
	blocks := f.record(filteredAnswer{}, forms.Table{Rows: []forms.Question{{ID: "title", Kind: forms.TextKind}}}, forms.Record{Heading: "ΒΟΡΕΙΑ ΜΑΚΕΔΟΝΙΑ & KOSOVO"})
	want := document.Text{{Text: "ΒΟΡΕΙΑ ΜΑΚΕΔΟΝΙΑ", Lang: "el"}, {Text: " & KOSOVO"}}
	if h, ok := blocks[0].(document.Heading); !ok || !slices.Equal(h.Text, want) {
		t.Errorf("it is %v, want %v", blocks[0], want)
	}
}

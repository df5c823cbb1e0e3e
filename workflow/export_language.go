package workflow

import (
	"unicode"

	"ahq/workflow/document"
)

// scripts tell of a text in which language it is, or at least that it is in
// another than the document. Nobody states the language of an answer, and letters
// that many languages share tell nothing.
var scripts = []struct {
	letters  *unicode.RangeTable
	language string // BCP 47
}{
	{unicode.Greek, "el"}, {unicode.Georgian, "ka"}, {unicode.Armenian, "hy"}, {unicode.Hebrew, "he"},
	{unicode.Cyrillic, "und-Cyrl"}, {unicode.Arabic, "und-Arab"},
}

// lettersThatTell a language: "α" is a letter of a formula.
const lettersThatTell = 3

// telling says whether there can be a letter of a script that tells something:
// most texts have none, and cost no more than this look.
func telling(text string) bool {
	for i := range len(text) {
		if b := text[i]; b >= 0xcd && b <= 0xdd || b == 0xe1 || b == 0xef { // first bytes of those letters in UTF-8
			return true
		}
	}
	return false
}

// A stretch of a text is letters of one script, with what stands between them.
type stretch struct {
	from, to int
	letters  int
	language string // "" that of the document, or nobody knows
}

// spoken divides a span where its letters tell of another language.
func spoken(s document.Span) document.Text {
	if !telling(s.Text) {
		return document.Text{s}
	}
	var spans document.Text
	at := 0
	add := func(to int, language string) {
		if to > at {
			piece := s
			piece.Text, piece.Lang = s.Text[at:to], language
			spans, at = append(spans, piece), to
		}
	}
	for _, one := range stretches(s.Text) {
		if one.language != "" && one.letters >= lettersThatTell {
			add(one.from, "")
			add(one.to, one.language)
		}
	}
	add(len(s.Text), "")
	return spans
}

// heading opens a part of the document, in the languages that its letters tell.
func heading(level int, words string) document.Heading {
	return document.Heading{Level: level, Text: spoken(document.Span{Text: words})}
}

// stretches of a text, in order. What stands before the first letter and after
// the last belongs to those.
func stretches(text string) []stretch {
	var all []stretch
	for i, r := range text {
		end := i + len(string(r))
		last := len(all) - 1
		switch {
		case unicode.IsMark(r) && last >= 0 && all[last].to == i:
			all[last].to = end
		case !unicode.IsLetter(r) || unicode.In(r, unicode.Common, unicode.Inherited):
		case last >= 0 && all[last].language == languageOf(r):
			all[last].to = end
			all[last].letters++
		default:
			all = append(all, stretch{i, end, 1, languageOf(r)})
		}
	}
	if len(all) > 0 {
		all[0].from, all[len(all)-1].to = 0, len(text)
	}
	return all
}

// languageOf a letter.
func languageOf(r rune) string {
	for _, s := range scripts {
		if unicode.Is(s.letters, r) {
			return s.language
		}
	}
	return ""
}

package workflow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff/lcs"
)

// A WordPiece is words that stand in both texts, or in one of them.
type WordPiece struct {
	Text   string     `json:"text"`
	Change WordChange `json:"change,omitempty"` // "": it stands in both
}

// Words without the space behind them, which is no part of what changed.
func (p WordPiece) Words() string { return strings.TrimRightFunc(p.Text, unicode.IsSpace) }

// Space is what stands behind the words.
func (p WordPiece) Space() string { return p.Text[len(p.Words()):] }

// A WordChange says in which of two texts something stands.
type WordChange string

// The changes of words.
const (
	Added   WordChange = "added"
	Removed WordChange = "removed"
)

// WordChanges are two texts as one, piece by piece; nil when no word differs.
// How words are spaced is no change.
func WordChanges(was, is string) []WordPiece {
	before, after := wordsOf(was), wordsOf(is)
	diffs := lcs.DiffLines(bareOf(before), bareOf(after))
	if len(diffs) == 0 {
		return nil
	}
	var pieces []WordPiece
	piece := func(words []string, change WordChange) {
		if len(words) == 0 {
			return
		}
		if last := len(pieces) - 1; last >= 0 && !endsInSpace(pieces[last].Text) {
			pieces[last].Text += " " // it ended its text, and does not end this one
		}
		pieces = append(pieces, WordPiece{strings.Join(words, ""), change})
	}
	at := 0
	for _, d := range diffs {
		piece(after[at:d.ReplStart], "")
		piece(before[d.Start:d.End], Removed)
		piece(after[d.ReplStart:d.ReplEnd], Added)
		at = d.ReplEnd
	}
	piece(after[at:], "")
	return pieces
}

func endsInSpace(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsSpace(last)
}

// wordsOf a text, each with the space behind it.
func wordsOf(text string) []string {
	var words []string
	for text = strings.TrimLeftFunc(text, unicode.IsSpace); text != ""; {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			return append(words, text)
		}
		end = len(text) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
		words, text = append(words, text[:end]), text[end:]
	}
	return words
}

// bareOf words is without the space behind them.
func bareOf(words []string) []string {
	bare := make([]string, len(words))
	for i, w := range words {
		bare[i] = strings.TrimRightFunc(w, unicode.IsSpace)
	}
	return bare
}

package forms

import (
	"slices"
	"strings"
	"sync"
)

// An opening is an answer by itself at the head of a text.
type opening struct {
	verdict YesNo
	loose   bool // also an ordinary word: an answer only before a pause or a word that opens a sentence
}

var openings = map[opening]string{
	{Yes, false}:  `yes, jein, oui, ja, sim, tak, kyllä, igen, ano, áno, jah, taip, ναι, да, jā`,
	{Yes, true}:   `sì, sí, si, da`,
	{No, false}:   `none, nein, nee, nej, nei, não, nem, όχι, нет`,
	{No, true}:    `no, non, nie, ne, ei, nē, nu, не, nil, nothing, aucun, aucune, keine, keiner, geen, ingen, inga, nessuna, ninguna, nenhuma, brak`,
	{Moot, false}: `not applicable, n a, sans objet, nicht zutreffend, niet van toepassing, ikke relevant, n v t`,
	{Moot, true}:  `na, nvt`,
}

// sentenceOpeners may follow a "no" that answers: "No the campaign was ...".
var sentenceOpeners = map[string]bool{
	"because": true, "since": true, "as": true, "it": true, "this": true, "that": true, "there": true, "the": true, "we": true,
	"they": true, "but": true, "not": true, "unfortunately": true, "however": true, "i": true, "and": true, "so": true, "these": true,
	"parce": true, "car": true, "le": true, "la": true, "il": true, "ce": true, "pas": true,
}

var openingPhrases = sync.OnceValue(func() *phrases[opening] {
	known := &phrases[opening]{}
	for o, list := range openings {
		known.addAll(list, o)
	}
	return known
})

// opens reads the answer at the head of a text, and how many words it takes. A
// number before it is that of a list.
func opens(found []word) (YesNo, int) {
	skipped := 0
	for skipped < len(found) && skipped < 2 && listNumber(found[skipped].text) {
		skipped++
	}
	rest := found[skipped:]
	o, taken := openingPhrases().at(rest)
	switch {
	case taken == 0 || o.loose && !answersAlone(rest, taken):
		return ends(found)
	case bothAnswers(rest, o.verdict, taken):
		return Unread, 0
	}
	return o.verdict, skipped + taken
}

// endings are the answers that may close a sentence: "In our opinion, no." Those
// that are other words in another language are not among them.
var endings = map[string]YesNo{
	"yes": Yes, "oui": Yes, "ja": Yes, "no": No, "non": No, "nein": No, "nee": No, "nej": No, "nei": No,
}

// mostBeforeEnding is how many words lead to such an answer.
const mostBeforeEnding = 6

// ends reads the answer that a short first sentence comes to, and how many words
// that takes. "We cannot say yes", "whether yes or no" come to none.
func ends(found []word) (YesNo, int) {
	for i, w := range found[:min(len(found), mostBeforeEnding+1)] {
		last := i+1 == len(found) || w.gap&stopGap != 0
		verdict := endings[w.text]
		switch {
		case last && i > 0 && verdict != Unread:
			return verdict, i + 1
		case last, verdict != Unread, w.text == "not", w.text == "t", w.text == "cannot", w.text == "nicht", w.text == "pas", w.text == "niet":
			return Unread, 0
		}
	}
	return Unread, 0
}

func answersAlone(rest []word, taken int) bool {
	return len(rest) == taken || rest[taken-1].gap != 0 || sentenceOpeners[rest[taken].text]
}

// bothAnswers: "Yes / No" is the question's own, "yes and no" has a meaning of its own.
func bothAnswers(rest []word, first YesNo, taken int) bool {
	after := rest[taken:]
	if len(after) > 1 && after[0].text == "and" {
		after = after[1:]
	}
	other, more := openingPhrases().at(after)
	if more == 0 || other.verdict == first {
		return false
	}
	return len(after) == more || len(after) < len(rest[taken:]) || rest[taken-1].gap&^lineGap != 0 && after[more-1].gap != 0
}

// ticks mark the answer that was chosen where a form prints them all. They
// begin with the same byte, so most texts are done with in one look.
const ticks = "☒☑✓✔"

// ticked is the answer behind a tick, and the words behind it and the answers
// that were not chosen.
func ticked(raw string, found []word) (YesNo, []word) {
	if strings.IndexByte(raw, ticks[0]) < 0 {
		return Unread, nil
	}
	at := strings.IndexAny(raw, ticks)
	if at < 0 {
		return Unread, nil
	}
	behind := slices.IndexFunc(found, func(w word) bool { return w.start > at })
	if behind < 0 {
		return Unread, nil
	}
	found = found[behind:]
	chosen, taken := openingPhrases().at(found)
	for more := taken; more > 0; {
		found = found[more:]
		_, more = openingPhrases().at(found)
	}
	return chosen.verdict, found
}

func listNumber(text string) bool {
	return len(text) <= 2 && '0' <= text[0] && text[0] <= '9'
}

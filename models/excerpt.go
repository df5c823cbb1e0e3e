package models

import (
	"context"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"ahq/forms"
)

// An Excerpt is a passage with the words that were looked for.
type Excerpt struct {
	NCP   string // whose answer it is from; "" it is from what was asked
	Parts []ExcerptPart
}

// An ExcerptPart is a piece of a passage; a hit is a word that was looked for.
type ExcerptPart struct {
	Text string
	Hit  bool
}

// How long a passage is, in bytes, and how much of it stands before the first hit.
const (
	excerptLength = 240
	excerptBefore = 60
)

// excerpts fills in a passage of each entry: of the answer that says most of the
// words, or of what was asked where that says more.
func (r reader) excerpts(ctx context.Context, all []FoundEntry, stems []string) error {
	if len(all) == 0 {
		return nil
	}
	numbers, at := numbered(all)
	asked, err := gorm.G[EntryTexts](r.db).Where("entry in ?", numbers).Find(ctx)
	if err != nil {
		return err
	}
	for _, e := range asked {
		all[at[e.Entry]].Excerpt = bestExcerpt(stems, e.Questions, e.Background)
	}
	answers, err := r.telling(ctx, numbers, stems)
	for _, a := range answers {
		e := &all[at[a.Entry]]
		if told := excerptOf(a.Text, stems); told.hits() >= e.Excerpt.hits() {
			e.Excerpt = told
			e.Excerpt.NCP = a.NCP
		}
	}
	return err
}

// telling is for each entry the answer that says most of the words; without words
// there is none.
func (r reader) telling(ctx context.Context, numbers []int64, stems []string) (all []EntryAnswer, err error) {
	if len(stems) == 0 {
		return nil, nil
	}
	var said []string
	var values []any
	for _, stem := range stems {
		said = append(said, "(case when "+r.words.holds+"(stems, ?) > 0 then 1 else 0 end)")
		values = append(values, " "+stem+" ")
	}
	sql := `select entry, ncp, text from entry_answers where (entry, ncp) in (
		select entry, ncp from (
			select entry, ncp, said, row_number() over (partition by entry order by said desc, ncp) as place from (
				select entry, ncp, ` + strings.Join(said, " + ") + ` as said from entry_answers where entry in ?
			) as counted
		) as ordered where place = 1 and said > 0)`
	err = r.db.WithContext(ctx).Raw(sql, append(values, numbers)...).Scan(&all).Error
	return all, err
}

// bestExcerpt is a passage of the text that says most of the words.
func bestExcerpt(stems []string, texts ...string) (best Excerpt) {
	for _, text := range texts {
		if e := excerptOf(text, stems); e.hits() > best.hits() {
			best = e
		}
	}
	return best
}

// hits are how many pieces are words that were looked for.
func (e Excerpt) hits() (n int) {
	for _, p := range e.Parts {
		if p.Hit {
			n++
		}
	}
	return n
}

// excerptOf is the passage of a text with most of the words: the first one if
// there are several.
func excerptOf(text string, stems []string) Excerpt {
	var hits []forms.Term
	for hit := range forms.Mentions(text, stems) {
		hits = append(hits, hit)
	}
	first, most := 0, 0
	for i := range hits {
		if n := different(hits[i:]); n > most {
			first, most = i, n
		}
	}
	if most == 0 {
		return Excerpt{}
	}
	return marked(text, hits[first:])
}

// different is how many different words a passage says that begins with these.
func different(hits []forms.Term) int {
	seen := map[string]bool{}
	for _, hit := range hits {
		if hit.From-hits[0].From > excerptLength-excerptBefore {
			break
		}
		seen[hit.Stem] = true
	}
	return len(seen)
}

// marked is the passage around hits, cut between words where it can be.
func marked(text string, hits []forms.Term) Excerpt {
	from := cutBefore(text, hits[0].From)
	to := cutAfter(text, hits[0].To, min(max(from+excerptLength, hits[0].To), from+2*excerptLength))
	var e Excerpt
	add := func(piece string, hit bool) {
		if piece != "" {
			e.Parts = append(e.Parts, ExcerptPart{piece, hit})
		}
	}
	if from > 0 {
		add("… ", false)
	}
	at := from
	for _, hit := range hits {
		if hit.To > to {
			break
		}
		add(text[at:hit.From], false)
		add(text[hit.From:hit.To], true)
		at = hit.To
	}
	add(text[at:to], false)
	if to < len(text) {
		add(" …", false)
	}
	return e
}

// cutBefore is where a passage begins that has a word in it.
func cutBefore(text string, word int) int {
	from := max(0, word-excerptBefore)
	if from == 0 {
		return 0
	}
	if space := strings.IndexAny(text[from:word], " \n"); space >= 0 {
		return from + space + 1
	}
	return word
}

// cutAfter is where a passage ends, behind its first word if that can be.
func cutAfter(text string, word, to int) int {
	if to >= len(text) {
		return len(text)
	}
	if space := strings.LastIndexAny(text[:to], " \n"); space >= word {
		return space
	}
	for to > 0 && !utf8.RuneStart(text[to]) {
		to--
	}
	return to
}

// MarkedTopic is the topic of an entry, with the words in it marked.
func MarkedTopic(topic, lookedFor string) []ExcerptPart {
	stems, _ := LookedFor(lookedFor)
	if len(stems) == 0 {
		return []ExcerptPart{{Text: topic}}
	}
	var parts []ExcerptPart
	at := 0
	for hit := range forms.Mentions(topic, stems) {
		parts = append(parts, ExcerptPart{Text: topic[at:hit.From]}, ExcerptPart{topic[hit.From:hit.To], true})
		at = hit.To
	}
	return append(parts, ExcerptPart{Text: topic[at:]})
}

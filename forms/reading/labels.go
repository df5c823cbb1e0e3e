package reading

import (
	"slices"
	"strings"

	"ahq/forms"
)

// Labels are what a table asks, as a document says it. They are compared by their
// letters alone: a label may be broken over lines, inside words too, and be
// written with other punctuation.
type Labels []*label

type label struct {
	question string
	table    int // of the questionnaire; asksOnce: of none
	letters  []rune
	words    string // as they are written
	tail     string // what stands behind its last letter: "?"
	number   string // of the question: "6"
	section  string // that it is the title of; then it asks nothing
}

// asksOnce is the table of a question that is in none.
const asksOnce = -1

// noteLabel asks for no cell: what stands behind the line that says who asked
// the follow-up questions is the note of the record.
const noteLabel = "note"

// LabelsOf questions.
func LabelsOf(questions []forms.Question) Labels {
	var all Labels
	for _, q := range questions {
		all = all.with(asksOnce, q.ID, q.Number, append([]string{q.Label, q.Asked}, aliases()[q.Label]...)...)
	}
	return all
}

// labelsOf a questionnaire: of the questions asked once, and of each table.
func labelsOf(q forms.Questionnaire) Labels {
	all := LabelsOf(q.Questions)
	for i, t := range q.Tables {
		for _, l := range LabelsOf(t.Questions()) {
			l.table = i
			all = append(all, l)
		}
		if t.FollowUp != nil {
			all = all.with(i, noteLabel, "", append([]string{t.FollowUp.Title}, aliases()[t.FollowUp.Title]...)...)
		}
		for _, s := range t.Sections {
			for _, l := range (Labels{}).with(i, "", "", append([]string{s.Title}, aliases()[s.Title]...)...) {
				l.section = s.ID
				all = append(all, l)
			}
		}
	}
	return all
}

func (all Labels) with(table int, question, number string, wordings ...string) Labels {
	for _, words := range wordings {
		letters := lettersOf(words)
		runes := runesOf(letters)
		same := func(l *label) bool { return l.table == table && slices.Equal(l.letters, runes) }
		if len(letters) > 0 && !slices.ContainsFunc(all, same) {
			tail := strings.TrimSpace(words[letters[len(letters)-1].end:])
			all = append(all, &label{question: question, table: table, letters: runes, words: words, tail: tail, number: number})
		}
	}
	return all
}

// openers are the questions with which a table opens.
func (all Labels) openers() map[string]bool {
	first, seen := map[string]bool{}, map[int]bool{}
	for _, l := range all {
		if l.table != asksOnce && !seen[l.table] {
			first[l.question], seen[l.table] = true, true
		}
	}
	return first
}

// at is the label that begins here: the longest, where one is the beginning of
// another.
func (all Labels) at(text []letter) (found match) {
	for _, l := range all {
		if found.taken > 0 && len(l.letters) <= len(found.letters) {
			continue
		}
		if m, ok := l.begins(text); ok {
			found = m
		}
	}
	return found
}

// first is the label that begins here, unless it begins better in a line below:
// the end of an answer, in a line of its own, is no slip in the label after it.
func (all Labels) first(text []letter) match {
	found := all.at(text)
	for i := 1; i < found.taken && found.wrong > 0; i++ {
		if text[i].begins {
			if better, ok := found.label.begins(text[i:]); ok && better.wrong < found.wrong {
				return match{}
			}
		}
	}
	return found
}

// answer is what stands behind a label: without the end of the label, and the
// space around it.
func (l *label) answer(behind string) string {
	behind = strings.TrimPrefix(strings.TrimSpace(behind), l.tail)
	return strings.TrimSpace(strings.TrimPrefix(behind, ":"))
}

package reading

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"pgregory.net/rapid"

	"ahq/forms"
)

// An ugly document is a content printed as nobody should, and as it comes out of
// PDF: rows of two columns, labels broken anywhere, pages broken anywhere, the same
// lines on every page.
type ugly struct {
	t       *rapid.T
	q       forms.Questionnaire
	content forms.Content
	rows    []printed
	serial  int
}

// A printed row is a label beside an answer, or a line across both.
type printed struct {
	label, answer []string
	across        string
}

// uglyDocuments draws a content and the text it was printed as.
func uglyDocuments(q forms.Questionnaire) *rapid.Generator[*ugly] {
	return rapid.Custom(func(t *rapid.T) *ugly {
		u := &ugly{t: t, q: q, content: forms.Content{Questionnaire: q.ID}}
		left, right := u.between(12, 34, "left"), u.between(50, 110, "right")
		shuffled := u.sometimes(3, "shuffled")
		if len(q.Tables) == 0 {
			u.once(left, right)
			return u
		}
		for range u.between(2, 6, "records") {
			u.record(left, right, shuffled)
		}
		return u
	})
}

func (u *ugly) between(least, most int, what string) int {
	return rapid.IntRange(least, most).Draw(u.t, what)
}

// sometimes is true once in so many times.
func (u *ugly) sometimes(n int, what string) bool { return u.between(1, n, what) == 1 }

func (u *ugly) once(left, right int) {
	u.content.Answers = map[string]forms.Answer{}
	for _, q := range u.q.Questions {
		text := u.answer()
		u.content.Answers[q.ID] = forms.Answer{Text: text}
		u.row(q, text, left, right)
	}
}

// record draws a record and prints its rows.
func (u *ugly) record(left, right int, shuffled bool) {
	table := u.q.Tables[0]
	country := rapid.SampledFrom([]string{"GUINEA", "CAMEROON:", "MACEDONIA & KOSOVO", "BELGIUM / BRASIL", "CÔTE D’IVOIRE", "Georgia"}).Draw(u.t, "country")
	u.rows = append(u.rows, printed{across: country})
	r := forms.Record{Heading: country, Cells: map[string]forms.Answer{}}
	rows := table.Rows
	if shuffled {
		rows = rapid.Permutation(rows).Draw(u.t, "rows")
	}
	for _, q := range rows {
		u.cell(&r, q, left, right)
	}
	r.Note.Text = ""
	u.rows = append(u.rows, printed{label: wrappedAt(table.FollowUp.Title, left, false)})
	if u.sometimes(4, "note") {
		r.Note.Text = "Please note that this " + u.token() + " is no answer."
		u.rows = append(u.rows, printed{across: r.Note.Text})
	}
	for _, q := range table.FollowUp.Questions {
		u.cell(&r, q, left, right)
	}
	u.content.Records = append(u.content.Records, r)
}

func (u *ugly) cell(r *forms.Record, q forms.Question, left, right int) {
	text := u.answer()
	r.Cells[q.ID] = forms.Answer{Text: text}
	u.row(q, text, left, right)
}

func (u *ugly) row(q forms.Question, text string, left, right int) {
	label := u.misspelt(q.Label)
	if q.Number != "" && !u.sometimes(5, "no number") {
		label = q.Number + ". " + label
	}
	row := printed{label: wrappedAt(label, left, u.sometimes(3, "broken"))}
	for line := range strings.SplitSeq(text, "\n") {
		row.answer = append(row.answer, wrappedAt(line, right, false)...)
	}
	u.rows = append(u.rows, row)
}

// misspelt changes a letter or two of a long label, now and then.
func (u *ugly) misspelt(label string) string {
	runes := []rune(label)
	if len(runes) < 28 {
		return label
	}
	for range u.between(0, 6, "slips") / 5 {
		at := u.between(4, len(runes)-3, "at")
		switch u.between(1, 3, "slip") {
		case 1:
			runes[at] = 'e'
		case 2:
			runes = append(runes[:at], runes[at+1:]...)
		default:
			runes[at], runes[at+1] = runes[at+1], runes[at]
		}
	}
	return string(runes)
}

// answer draws what people write. Its tokens are in no other answer.
func (u *ugly) answer() string {
	switch u.between(1, 10, "kind") {
	case 1, 2:
		return rapid.SampledFrom([]string{"N/A", "/", "/.", "-", "n.a.", "Yes."}).Draw(u.t, "none")
	case 3:
		return "- " + u.sentence() + "\n- " + u.sentence() + "\n- " + u.sentence()
	case 4:
		return "http://www.example.org/" + u.token() + "/index.html"
	case 5:
		return u.token() + " 40 000,00 EUR"
	case 6:
		return u.sentence() + "\n" + u.sentence() + "\n" + u.sentence() + "\n" + u.sentence()
	}
	return u.sentence()
}

// token is a word that is nowhere else.
func (u *ugly) token() string {
	u.serial++
	return fmt.Sprintf("x%dq", u.serial)
}

func (u *ugly) sentence() string {
	words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields(`été campagne réalisée où l’équipe größere Maßnahmen für über
		die Grünen år på området særlig migration the of and with young people brochures radio debates society 12 2015 (IOM) NGO’s
		co-operation “slogan” results evaluated campaign costs target group information naïve façade`)), 3, 40).Draw(u.t, "words")
	for i := 0; i < len(words); i += 6 {
		words[i] = u.token()
	}
	return strings.Join(words, " ") + "."
}

// wrappedAt breaks a text into lines of a width, inside words too if it is broken.
func wrappedAt(text string, width int, broken bool) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(text) {
		for line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			if room := width - utf8.RuneCountInString(line) - 1; broken && room > 2 {
				runes := []rune(word)
				line, word = line+" "+string(runes[:room]), string(runes[room:])
			}
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
		for broken && utf8.RuneCountInString(line) > width {
			runes := []rune(line)
			lines, line = append(lines, string(runes[:width])), string(runes[width:])
		}
	}
	return append(lines, line)
}

package handlers

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"

	"ahq/forms"
	"ahq/models"
)

// A cellView is one question of a page, with its answer and all that is said of it.
type cellView struct {
	Name     string // of its fields, and the anchor of its text
	Label    string
	Help     string
	If       string // when it is asked at all
	Text     string
	Rows     int // lines the text needs
	ReadOnly bool

	Version int    // that the page shows
	Was     string // the answer that the page shows, to notice that nothing was touched
	Of      string // the text that was confirmed or is to be
	Shown   string // the correction that the page shows

	Reasons  []choice
	Same     []choice
	NoAnswer bool   // a reason is given
	Reason   string // in words, where it cannot be changed

	Options     []choice // buttons of a verdict or a choice
	optionField string
	Corrections []correctionView
	Corrected   bool // a person said how it is to be read
	Reading     string
	Wrong       string // what could not be understood in what was sent
	Problems    []problemView
	Grave       bool          // one of them is an error
	Confirmed   []confirmView // warnings that somebody confirmed
	LookAgain   bool
	Theirs      *theirs // somebody else's text, when this one came too late
}

// Theirs is what somebody else saved meanwhile.
type theirs struct {
	Text, Reason string
}

// DescribedBy are the ids of what a reader should hear with the text.
func (v cellView) DescribedBy() string {
	var ids []string
	if v.Wrong != "" || len(v.Problems) > 0 {
		ids = append(ids, v.Name+"-problems")
	}
	if v.Reading != "" {
		ids = append(ids, v.Name+"-read")
	}
	return strings.Join(ids, " ")
}

// OptionName is the field of its buttons: it is called like the kind.
func (v cellView) OptionName() string {
	return v.Name + ".read." + v.optionField
}

// cellView of a question as it is stored.
func (d desk) cellView(record string, q forms.Question) cellView {
	stored := d.cell(record, q.ID)
	v := cellView{
		Name: q.ID, Label: fullLabel(q), Help: q.Help, If: d.condition(record, q), ReadOnly: !d.Editable(),
		Problems: viewsOf(d.problems(record, q.ID)), LookAgain: stored.LookAgain,
	}
	v.Grave = slices.ContainsFunc(d.problems(record, q.ID), grave)
	d.fill(&v, record, q, answer(stored), stored.Version)
	return v
}

// grave is an error in what is written; what is missing is not wrong.
func grave(p forms.Problem) bool { return p.Severity == forms.Error && p.Rule != forms.Required }

// fill puts an answer into a view: the stored one, or one that is typed.
func (d desk) fill(v *cellView, record string, q forms.Question, a forms.Answer, version int) {
	read := d.Report.Readings[d.at(record, q.ID)]
	a.Confirmed = standing(a)
	correction := corrected(a)
	v.Text, v.Rows, v.Version = a.Text, lines(a.Text), version
	v.Was, v.Of, v.Shown = answerHash(a), textHash(a.Text), shownCorrection(correction)
	v.NoAnswer, v.Corrected, v.Reading = a.Reason != "", correction != nil, readAs(q.Kind, read)
	if v.ReadOnly {
		v.Reason = reasonText(a, d.named)
		return
	}
	if !own(q) || v.NoAnswer {
		v.Reasons, v.Same = reasonChoices(a), d.sameChoices(record, a)
	}
	v.Options, v.optionField = options(q, correction), string(q.Kind)
	v.Corrections = correctionViews(q, correction)
	v.Confirmed = confirmedViews(q.ID, a)
	for i, p := range v.Problems {
		name := confirmName(q.ID, p.Rule)
		if p.Severity != forms.Warning || slices.ContainsFunc(v.Confirmed, func(c confirmView) bool { return c.Name == name }) {
			name = ""
		}
		v.Problems[i].Confirm = name
	}
}

// answer of a stored cell.
func answer(c models.Cell) forms.Answer {
	return forms.Answer{Text: c.Text, Reason: c.Reason, As: c.SameAs, Confirmed: c.Confirmed}
}

func fullLabel(q forms.Question) string {
	if q.Number == "" {
		return q.Label
	}
	return q.Number + ". " + q.Label
}

// lines a text needs in a box of some 80 characters.
func lines(text string) int {
	const width, least, most = 80, 2, 30
	n := 1
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + len([]rune(line))/width
	}
	return min(max(n, least), most)
}

// textHash is how a confirmation names the text it holds for.
func textHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// answerHash tells whether an answer came back as it was shown.
func answerHash(a forms.Answer) string {
	line, err := json.Marshal(a, json.Deterministic(true))
	if err != nil {
		return "" // a text that is not UTF-8 was never shown
	}
	return textHash(string(line))
}

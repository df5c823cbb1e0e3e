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
	Grave       bool // one of them is an error
	Confirms    []confirmView
	LookAgain   bool
	Theirs      *theirs // somebody else's text, when this one came too late
}

// A correctionView is a field to say how a text is to be read.
type correctionView struct {
	Name, Label, Value string
}

// A confirmView asks for a word that a warning is as it should be.
type confirmView struct {
	Name, Label, Word string
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
	correction := standing(a)
	v.Text, v.Rows, v.Version = a.Text, lines(a.Text), version
	v.Was, v.Of, v.Shown = answerHash(a), textHash(a.Text), shownCorrection(correction)
	v.NoAnswer, v.Corrected, v.Reading = a.Reason != "", correction != nil, readAs(q.Kind, read)
	if v.ReadOnly {
		v.Reason = reasonText(a, d.named)
		return
	}
	v.Reasons, v.Same = reasonChoices(a), d.sameChoices(record, a)
	v.Options, v.optionField = options(q, correction), string(q.Kind)
	v.Corrections = correctionViews(q, correction)
	v.Confirms = confirmViews(q.ID, d.problems(record, q.ID), a)
}

// answer of a stored cell.
func answer(c models.Cell) forms.Answer {
	return forms.Answer{Text: c.Text, Reason: c.Reason, As: c.SameAs, Confirmed: c.Confirmed}
}

// standing is the correction that holds for the text as it is now; one of an
// older text is asked for again.
func standing(a forms.Answer) *forms.Correction {
	if a.Confirmed == nil || a.Confirmed.Of != textHash(a.Text) {
		return nil
	}
	return a.Confirmed.Reading
}

// confirmViews are a field for each warning, and for each that was confirmed.
func confirmViews(name string, problems forms.Problems, a forms.Answer) []confirmView {
	var views []confirmView
	for _, p := range problems.Of(forms.Warning) {
		views = append(views, confirmView{Name: name + ".confirm." + string(p.Rule), Label: "If it is right as it is, say so in a word"})
	}
	if a.Confirmed == nil || a.Confirmed.Of != textHash(a.Text) {
		return views
	}
	for _, rule := range sorted(a.Confirmed.Warnings) {
		views = append(views, confirmView{
			Name: name + ".confirm." + string(rule), Label: "Confirmed as it is", Word: a.Confirmed.Warnings[rule],
		})
	}
	return views
}

func correctionViews(q forms.Question, c *forms.Correction) []correctionView {
	if c == nil {
		c = &forms.Correction{}
	}
	var views []correctionView
	for _, field := range corrections[q.Kind] {
		if field.label != "" {
			views = append(views, correctionView{q.ID + ".read." + field.name, field.label, field.show(*c)})
		}
	}
	return views
}

// options are the buttons beside a text: three of a verdict, or those of a choice.
func options(q forms.Question, c *forms.Correction) []choice {
	if c == nil {
		c = &forms.Correction{}
	}
	var all []choice
	if q.Kind == forms.VerdictKind {
		for _, v := range []forms.YesNo{forms.Yes, forms.No, forms.Unknown} {
			all = append(all, choice{string(v), capital(verdictWords[v]), text(c.Verdict) == string(v)})
		}
	}
	for _, o := range q.Options {
		all = append(all, choice{o.ID, o.Label, text(c.Choice) == o.ID})
	}
	if len(all) == 0 {
		return nil
	}
	return append(all, choice{"", "As read from the text", c.Verdict == nil && c.Choice == nil})
}

// condition says in words when a question is asked at all.
func (d desk) condition(record string, q forms.Question) string {
	if q.When == nil {
		return ""
	}
	var is []string
	for _, id := range q.When.Is {
		is = append(is, d.optionLabel(record, q.When.Question, id))
	}
	return "Answer this only if you said “" + strings.Join(is, "” or “") + "” above."
}

func (d desk) optionLabel(record, question, id string) string {
	r, _ := d.record(record)
	questions := d.AHQ.Questionnaire.Questions
	if record != "" {
		questions = d.table(r.Section).Questions()
	}
	for _, q := range questions {
		for _, o := range q.Options {
			if q.ID == question && o.ID == id {
				return o.Label
			}
		}
	}
	if words, ok := verdictWords[forms.YesNo(id)]; ok {
		return words
	}
	return id
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

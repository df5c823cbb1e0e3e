package handlers

import (
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A cellView is one question of a page, with its answer and all that is said of it.
type cellView struct {
	Name     string // of its fields, and the anchor of its text
	Label    phrase
	Help     phrase
	If       phrase // when it is asked at all
	Text     string
	Rows     int // lines the text needs
	Length   int // in characters, where it comes near what can be kept
	ReadOnly bool
	State    label // for the list beside the cells

	Version int    // that the page shows
	Was     string // the answer that the page shows, to notice that nothing was touched
	Of      string // the text that was confirmed or is to be
	Shown   string // the correction that the page shows
	Filled  string // what the page shows in the fields of a correction

	reason  forms.Reason
	Given   string        // the reason that is given, as its field says it
	Reason  phrase        // it in words
	Reasons []choice      // that are offered
	Same    template.HTML // the other records whose answer may hold here too

	Reading     phrase
	Right       string // what was read, to be confirmed as it is; "" where nothing is
	Corrected   bool   // a person said how it is to be read
	Options     []option
	Corrections []correctionView
	Open        bool // the fields of a correction are

	Wrong     phrase // what could not be understood in what was sent
	Problems  []problemView
	Grave     bool          // one of them is an error
	Confirmed []confirmView // warnings that somebody confirmed
	LookAgain bool
	Threads   []threadView // what is said about it
	History   string       // where all is that it said; "" nothing yet
	Theirs    *theirs      // somebody else's text, when this one came too late
}

// DescribedBy are the ids of what a reader should hear with the text.
func (v *cellView) DescribedBy() string {
	var ids []string
	if !v.Wrong.empty() || len(v.Problems) > 0 {
		ids = append(ids, v.Name+"-problems")
	}
	if !v.Reading.empty() {
		ids = append(ids, v.Name+"-read")
	}
	return strings.Join(ids, " ")
}

// Hidden are the fields of a cell that nobody sees: which answer and which
// correction the page shows.
func (v *cellView) Hidden() template.HTML {
	var all strings.Builder
	for _, f := range [...][2]string{
		{"version", strconv.Itoa(v.Version)}, {"was", v.Was}, {"of", v.Of}, {"shown", v.Shown}, {"filled", v.Filled},
	} {
		if f[0] == "filled" && f[1] == "" {
			continue
		}
		all.WriteString(`<input type="hidden" name="` + template.HTMLEscapeString(v.Name) + "." + f[0] + `" value="` + template.HTMLEscapeString(f[1]) + "\">\n")
	}
	return template.HTML(all.String()) // tags of ours, values escaped
}

// cellView of a question as it is stored.
func (p sheetOf) cellView(q forms.Question) *cellView {
	stored := p.cells[q.ID]
	problems := p.problems.Cell(q.ID)
	v := &cellView{
		Name: q.ID, Label: labelOf(q), Help: helpOf(q), If: p.condition(p.record, q), ReadOnly: !p.editable,
		Problems: viewsOf(problems), LookAgain: stored.LookAgain, Threads: p.said.at(p.record, q.ID),
	}
	if stored.Version > 0 {
		v.History = historyURL(p.Response.ID, workflow.Place{Record: p.record, Question: q.ID})
	}
	v.Grave = slices.ContainsFunc(problems, grave)
	p.fill(v, q, answer(stored), stored.Version)
	return v
}

// grave is an error in what is written; what is missing is not wrong.
func grave(p forms.Problem) bool { return p.Severity == forms.Error && p.Rule != forms.Required }

// fill puts an answer into a view: the stored one, or one that is typed.
func (p sheetOf) fill(v *cellView, q forms.Question, a forms.Answer, version int) {
	read := p.Report.Readings[p.at(p.record, q.ID)]
	a.Confirmed = standing(a)
	correction := corrected(a)
	v.Text, v.Rows, v.Length, v.Version = a.Text, lines(a.Text), nearLimit(a.Text), version
	v.Was, v.Of, v.Shown = answerHash(a), textHash(a.Text), shownCorrection(correction)
	v.reason, v.Reason, v.Corrected = a.Reason, reasonText(a, p.named), correction != nil
	v.Reading, v.Options = readAs(q, read), nil
	if v.Options = options(q, read, correction, v.Text); len(v.Options) > 0 || v.Text == "" && !v.Corrected {
		v.Reading = phrase{} // its buttons say it, or the reason that is given
	}
	v.State = cellState(v)
	if !v.ReadOnly {
		p.offer(v, q, a, read)
	}
}

// offer puts beside an answer what can be said of it in one click.
func (p sheetOf) offer(v *cellView, q forms.Question, a forms.Answer, read forms.Reading) {
	v.Given = givenReason(a)
	if v.Text != "" || v.Corrected {
		v.read(q, asCorrection(read))
	}
	if !own(q) && (v.Text == "" || v.Given != "") { // a text is an answer
		v.Reasons, v.Same = reasonsOffered, p.same()
	}
	v.Confirmed = confirmedViews(q.ID, a)
	for i, c := range v.Confirmed {
		if c.Name == confirmName(q.ID, forms.RecordTwice) {
			v.Confirmed[i].Says = say("confirm.cost_counts", "Record", p.named(c.Word))
		}
	}
	for i := range v.Problems {
		v.Problems[i].settle(q.ID, v.Confirmed, p.named)
	}
}

// read offers to confirm what was read, and to say it in another way.
func (v *cellView) read(q forms.Question, meant forms.Correction) {
	v.Corrections = correctionViews(q, meant)
	v.Filled = filled(v.Corrections)
	if !v.Corrected && !v.Reading.empty() {
		v.Right = shownCorrection(&meant)
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
	const width, least, most = 80, 2, 24
	n := 1
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + utf8.RuneCountInString(line)/width
	}
	return min(max(n, least), most)
}

// nearLimit is how long a text is, where it comes near what can be kept.
func nearLimit(text string) int {
	const near = forms.Longest * 9 / 10
	if len(text) < near {
		return 0
	}
	if n := utf8.RuneCountInString(text); n >= near {
		return n
	}
	return 0
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

package forms

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// Fits refuses a content that does not belong to the questionnaire: of another
// one, with answers to what is not asked, or with references that lead nowhere.
// Check presumes that a content fits; what does not, it passes over.
func (f *Form) Fits(c Content) error {
	fit := &fitting{form: f, content: c, records: map[string]int{}}
	if c.Questionnaire != f.ID {
		fit.add("/questionnaire", "this answers the questionnaire %q, and %q was asked", c.Questionnaire, f.ID)
	}
	if c.NCP != "" && !ncpSyntax.MatchString(c.NCP) {
		fit.add("/ncp", "%q is no code of an NCP: two capital letters, or COM", c.NCP)
	}
	if c.On != "" && !isDay(c.On) {
		fit.add("/on", "%q is no day: write it like 2017-01-20", c.On)
	}
	fit.answers("/answers", f.once, c.Answers, -1)
	fit.identify()
	for i, r := range c.Records {
		fit.record("/records/"+strconv.Itoa(i), i, r)
	}
	return fit.err()
}

// A fitting holds a content against its form.
type fitting struct {
	Misfits
	form    *Form
	content Content
	records map[string]int // by id
}

var recordSyntax = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// identify learns the ids of all records before any refers to another.
func (fit *fitting) identify() {
	for i, r := range fit.content.Records {
		at := "/records/" + strconv.Itoa(i) + "/id"
		first, taken := fit.records[r.ID]
		switch {
		case r.ID == "":
		case !recordSyntax.MatchString(r.ID):
			fit.add(at, "%q is no id of a record: use letters, digits, hyphens and underscores, at most 64", r.ID)
		case taken:
			fit.add(at, "record %d has the id %q already", first+1, r.ID)
		default:
			fit.records[r.ID] = i
		}
	}
}

func (fit *fitting) record(at string, i int, r Record) {
	t := fit.form.bySection[r.Section]
	if t == nil {
		fit.add(at+"/section", "there is no section %q: choose one of %q", r.Section, slices.Sorted(maps.Keys(fit.form.bySection)))
		return
	}
	if r.Status != "" && !slices.Contains(statuses, r.Status) {
		fit.add(at+"/status", "there is no status %q: choose one of %q, or none", r.Status, statuses)
	}
	fit.countries(at+"/countries", r.Countries)
	fit.answer(at+"/note", noteCell, r.Note, i)
	fit.answers(at+"/cells", t.questions, r.Cells, i)
}

func (fit *fitting) answers(at string, questions []*question, answers map[string]Answer, record int) {
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		at := at + string(jsontext.Pointer("").AppendToken(id))
		i := slices.IndexFunc(questions, func(q *question) bool { return q.ID == id })
		if i < 0 {
			fit.add(at, "there is no question %q here", id)
			continue
		}
		fit.answer(at, questions[i], answers[id], record)
	}
}

// reasons are those a person can give.
var reasons = []Reason{NotApplicable, NoInformation, NotYet, NotDisclosed, SameAs}

func (fit *fitting) answer(at string, q *question, a Answer, record int) {
	if a.Reason != "" && !slices.Contains(reasons, a.Reason) {
		fit.add(at+"/reason", "there is no reason %q: choose one of %q", a.Reason, reasons)
	}
	if a.Reason == SameAs || a.As != "" {
		fit.sameAs(at, q, a, record)
	}
	if a.Confirmed != nil {
		fit.confirmed(at+"/confirmed", q, *a.Confirmed)
	}
}

func (fit *fitting) sameAs(at string, q *question, a Answer, record int) {
	other, known := fit.records[a.As]
	switch {
	case a.Reason != SameAs:
		fit.add(at+"/as", "another record is named only with the reason %q", SameAs)
	case record < 0 || q == noteCell:
		fit.add(at+"/reason", "there is no other record that this could be the same as")
	case !known:
		fit.add(at+"/as", "there is no record %q: name the one whose answer holds here too", a.As)
	case other == record:
		fit.add(at+"/as", "a record cannot be the same as itself: name another")
	case fit.form.bySection[fit.content.Records[other].Section] != fit.form.bySection[fit.content.Records[record].Section]:
		fit.add(at+"/as", "record %q is of another table, which does not ask this", a.As)
	case fit.circles(q.ID, record):
		fit.add(at+"/as", "this leads back to itself, or over more than %d records: give the answer in one of them", longestWay)
	}
}

// longestWay is over how many records "same as" may lead. People name the record
// that has the answer; a chain of many thousand would only cost time.
const longestWay = 100

// circles says whether "same as" leads from record to record without end.
func (fit *fitting) circles(id string, record int) bool {
	for range longestWay {
		a := fit.content.Records[record].Cells[id]
		next, known := fit.records[a.As]
		if a.Reason != SameAs || !known {
			return false
		}
		record = next
	}
	return true
}

var (
	hashSyntax     = regexp.MustCompile(`^[0-9a-f]{64}$`)
	currencySyntax = regexp.MustCompile(`^[A-Z]{3}$`)
)

func (fit *fitting) confirmed(at string, q *question, c Confirmed) {
	if !hashSyntax.MatchString(c.Of) {
		fit.add(at+"/of", "%q is no SHA-256 in hex: give that of the text", c.Of)
	}
	for _, rule := range slices.Sorted(maps.Keys(c.Warnings)) {
		if _, known := messages[rule]; !known {
			fit.add(at+"/warnings"+string(jsontext.Pointer("").AppendToken(string(rule))), "there is no rule %q", rule)
		}
	}
	if c.Reading != nil {
		fit.correction(at+"/reading", q, *c.Reading)
	}
}

func (fit *fitting) correction(at string, q *question, c Correction) {
	fit.date(at+"/start", c.Start)
	fit.date(at+"/end", c.End)
	fit.date(at+"/date", c.Date)
	if c.Currency != nil && !currencySyntax.MatchString(*c.Currency) {
		fit.add(at+"/currency", "%q is no currency: three capital letters of ISO 4217", *c.Currency)
	}
	if c.Months != nil && *c.Months < 0 {
		fit.add(at+"/months", "a length is not negative")
	}
	if c.Reason != nil && !slices.Contains(reasons, *c.Reason) {
		fit.add(at+"/reason", "there is no reason %q: choose one of %q", *c.Reason, reasons)
	}
	if verdicts := []YesNo{Yes, No, Unknown, Moot}; c.Verdict != nil && !slices.Contains(verdicts, *c.Verdict) {
		fit.add(at+"/verdict", "there is no verdict %q: choose one of %q", *c.Verdict, verdicts)
	}
	if offered := AnswersTo(q.Question); c.Choice != nil && !slices.Contains(offered, *c.Choice) {
		fit.add(at+"/choice", "there is no option %q: choose one of %q", *c.Choice, offered)
	}
	if c.Channels != nil {
		fit.channels(at+"/channels", *c.Channels)
	}
	if c.Countries != nil {
		fit.countries(at+"/countries", *c.Countries)
	}
}

func (fit *fitting) date(at string, date *string) {
	if date != nil && !isDate(*date) {
		fit.add(at, "%q is no date: write it like 2016, 2016-05 or 2016-05-23", *date)
	}
}

func (fit *fitting) channels(at string, ids []Channel) {
	var known []Channel
	for _, c := range channels {
		known = append(known, c.ID)
	}
	for i, id := range ids {
		if !slices.Contains(known, id) {
			fit.add(at+"/"+strconv.Itoa(i), "there is no channel %q: choose one of %q", id, known)
		}
	}
}

func (fit *fitting) countries(at string, codes []string) {
	for i, code := range codes {
		if !isCountry(code) {
			fit.add(at+"/"+strconv.Itoa(i), "%q is no code of a country: two capital letters of ISO 3166-1", code)
		}
	}
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// isDate says whether a text is a day, a month or a year.
func isDate(text string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}

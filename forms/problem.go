package forms

// A Problem names a cell and says what somebody should do about it.
type Problem struct {
	At       string    `json:"at"`               // "contact", or "records[2].costs" in a campaign table
	Pointer  string    `json:"pointer"`          // RFC 6901, into the content: "/records/2/cells/costs/text"
	Record   string    `json:"record,omitempty"` // the record's id, where it has one
	Cell     string    `json:"-"`                // the question's id, "heading", "note", "status"; empty: the whole record
	Rule     Rule      `json:"rule"`
	Severity Severity  `json:"severity"`
	Others   [2]string `json:"-"`    // ids of other records that it speaks of
	Text     string    `json:"text"` // the words of the person who has to act, and the way out
}

// A Severity says what a problem stops: an error blocks submission, never
// saving; a warning should be looked at; a note informs.
type Severity string

// The severities, gravest first.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Problems are in the order of the page.
type Problems []Problem

// A Report is all that a check says: problems, and what was understood of each
// cell, by the same names ("records[0].costs").
type Report struct {
	Problems Problems           `json:"problems"`
	Readings map[string]Reading `json:"readings"`
	Twins    []Twin             `json:"-"` // records that are there twice, confirmed or not
}

// Err is the problems as an error, or nil when none of them is one.
func (p Problems) Err() error {
	for _, problem := range p {
		if problem.Severity == Error {
			return p
		}
	}
	return nil
}

// Error counts what stands in the way.
func (p Problems) Error() string {
	return "the response has errors: " + p.first()
}

func (p Problems) first() string {
	for _, problem := range p {
		if problem.Severity == Error {
			return problem.At + ": " + problem.Text
		}
	}
	return "none"
}

// Of keeps the problems of one severity.
func (p Problems) Of(s Severity) Problems {
	return p.keep(func(problem Problem) bool { return problem.Severity == s })
}

// In keeps the problems of one record, by its id.
func (p Problems) In(record string) Problems {
	return p.keep(func(problem Problem) bool { return problem.Record == record })
}

// Cell keeps the problems of one cell.
func (p Problems) Cell(cell string) Problems {
	return p.keep(func(problem Problem) bool { return problem.Cell == cell })
}

func (p Problems) keep(ok func(Problem) bool) Problems {
	var kept Problems
	for _, problem := range p {
		if ok(problem) {
			kept = append(kept, problem)
		}
	}
	return kept
}

package reading

import (
	"regexp"
	"slices"
	"strings"

	"ahq/forms"
)

// A form that we gave out says of each of its cells what it is for: by the tag of
// a control, by the key of a row and the id of a column, or, where a program took
// those away, by its label. So it is read back to the letter.

// What a form asks of a record beside its questions, and how it names each cell:
// no question has an id like these.
const (
	SectionKey   = "_section"
	CountriesKey = "_countries"
	StatusKey    = "_status"
	HeadingKey   = "heading"
	NoteKey      = "note"
	verdictKey   = "_verdict" // behind the id of a question
)

// VerdictKey is the cell for the verdict of a question, in one word.
func VerdictKey(question string) string { return question + verdictKey }

// The labels of those cells, and of the one that names the record.
const (
	RecordLabel    = "Record"
	SectionLabel   = "Section"
	HeadingLabel   = "Heading"
	CountriesLabel = "Countries"
	StatusLabel    = "How far it is"
	NoteLabel      = "Note"
	VerdictLabel   = "In one word"
)

// Once names what is asked once, where a form names a record; what begins with New
// is the place for another record.
const (
	Once = "once"
	New  = "new"
)

var besideLabels = map[string]string{
	SectionLabel: SectionKey, HeadingLabel: HeadingKey, CountriesLabel: CountriesKey, StatusLabel: StatusKey, NoteLabel: NoteKey,
}

// A field is what stands in one cell of a form.
type field struct {
	record string // "r7", "once", "new2"
	key    string // of the cell: the id of its question, or one of the keys
	text   string
	spot   Spot
	group  int // the table or column that it stands in: a record, or a copy of one
	line   int
	sure   float64
}

var recordSyntax = regexp.MustCompile(`^r[1-9][0-9]{0,5}$`)

func isRecord(id string) bool { return recordSyntax.MatchString(id) }

// How sure it is that a text belongs to the cell that it is said to be of.
const (
	labelled = 0.95 // its row was known by its label only
	merged   = 0.8  // its cell was made one with another
)

// asForm is what a form that we gave out says, where anything in it still says
// what it is for.
func (d Document) asForm(q forms.Questionnaire) (Proposal, bool) {
	if d.Seal == nil {
		return Proposal{}, false
	}
	fields := append(slices.Clone(d.fields), d.byLabel(q)...)
	if len(fields) == 0 {
		return Proposal{}, false
	}
	b := &filled{Document: d, asked: q, Proposal: Proposal{
		Seal: d.Seal, Content: forms.Content{Questionnaire: q.ID, NCP: d.Seal.NCP, Answers: map[string]forms.Answer{}},
		Found: map[string]Found{}, Left: []Left{}, uses: make([]use, len(d.Text)), of: d,
	}}
	slices.SortStableFunc(fields, func(a, b field) int { return a.line - b.line })
	for _, r := range sorted(fields) {
		b.record(r)
	}
	b.left(fields)
	return b.Proposal, true
}

// sorted puts fields together to records, in the order in which they begin. A row
// that was moved into another table is still of its record; a table that says
// again what its record says already is a copy: another record.
func sorted(fields []field) (all [][]field) {
	type copied struct {
		record string
		group  int
	}
	first := map[[2]string]int{} // the group in which a cell stands first
	copies := map[copied]bool{}
	for _, f := range fields {
		cell := [2]string{f.record, f.key}
		if group, there := first[cell]; there && group != f.group && f.record != Once {
			copies[copied{f.record, f.group}] = true
		} else if !there {
			first[cell] = f.group
		}
	}
	at := map[copied]int{}
	for _, f := range fields {
		whole := copied{f.record, 0}
		if copies[copied{f.record, f.group}] {
			whole.group = f.group
			f.record = New
		}
		i, there := at[whole]
		if !there {
			i = len(all)
			at[whole], all = i, append(all, nil)
		}
		all[i] = append(all[i], f)
	}
	return all
}

// byLabel are the rows of a form's tables that say nothing of themselves any more.
func (d Document) byLabel(q forms.Questionnaire) []field {
	known := map[[2]int]bool{}
	records := map[int]string{} // by table
	for _, f := range d.fields {
		known[[2]int{f.spot.Table, f.spot.Row}] = true
		records[f.spot.Table] = f.record
	}
	labels := formLabels(q)
	var found []field
	for _, r := range d.rows() {
		if r.label == RecordLabel {
			records[r.table] = strings.TrimSpace(r.answer)
			continue
		}
		key, ok := labels.key(r.label)
		if !ok || known[[2]int{r.table, r.row}] || r.spot == (Spot{}) {
			continue
		}
		record, named := records[r.table]
		if !named {
			record = Once
		}
		found = append(found, field{record: record, key: key, text: r.answer, spot: r.spot, group: r.table, line: r.line, sure: labelled})
	}
	return found
}

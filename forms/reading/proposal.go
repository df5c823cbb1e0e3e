package reading

import (
	"slices"

	"ahq/forms"
)

// A Proposal is what was read out of a document: for a person to look at before
// anything is kept.
type Proposal struct {
	Content forms.Content    `json:"content"`
	Found   map[string]Found `json:"found"` // by place: "records[0].title"
	Left    []Left           `json:"left"`  // what found no place
	Header  Header           `json:"header,omitzero"`
	Seal    *Seal            `json:"-"` // of the form that it is; nil: of none of ours

	uses []use    // of each byte of the document
	of   Document // as it was read: its columns told apart
}

// Found says where a text was found, and how sure it is that it belongs there.
type Found struct {
	Line   int     `json:"line"`           // of the document, from 1
	Page   int     `json:"page,omitempty"` // from 1, where the document has pages
	Cell   string  `json:"cell,omitempty"` // of its tables, "2:5:2": table, row, column
	Source string  `json:"source"`         // as it stands there
	Sure   float64 `json:"sure"`           // from 0 to 1
}

// Left is text that found no place.
type Left struct {
	Line int    `json:"line"`
	Page int    `json:"page,omitempty"`
	Text string `json:"text"`
}

// A use is what a character of a document was taken for.
type use uint8

// The uses of a character.
const (
	leftOver use = iota
	asText       // placed in a cell
	asLabel
	asHeading
	asFurniture
	asHeader
)

// Propose reads a document into answers to a questionnaire.
func (d Document) Propose(q forms.Questionnaire) Proposal {
	if p, ok := d.asForm(q); ok {
		return p
	}
	labels := labelsOf(q)
	d = d.laid(labels).columns(labels)
	c := d.sift(labels).scan()
	w := &writer{scan: c, asked: q, Proposal: Proposal{
		Seal: d.Seal, Content: forms.Content{Questionnaire: q.ID}, Found: map[string]Found{}, Left: []Left{}, uses: make([]use, len(d.Text)), of: d,
	}}
	for i := range d.Lines {
		if c.furniture[i] {
			w.mark(d.Lines[i].From, d.Lines[i].To, asFurniture)
		}
	}
	w.write(c.runs(c.marks()))
	w.leftovers()
	return w.Proposal
}

// Placed is how many texts found a place.
func (p Proposal) Placed() (n int) {
	for _, f := range p.Found {
		if f.Source != "" {
			n++
		}
	}
	return n
}

// Doubtful are the places of the texts that are not sure to belong there.
func (p Proposal) Doubtful() (places []string) {
	for place, f := range p.Found {
		if f.Source != "" && f.Sure < SureEnough {
			places = append(places, place)
		}
	}
	slices.Sort(places)
	return places
}

// SureEnough is how sure a place is that needs no second look.
const SureEnough = 0.85

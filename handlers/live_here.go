package handlers

import (
	"maps"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// hereTold is who else is here, in words: in one line, and at each cell or record.
type hereTold struct {
	Line    string            `json:"line"`
	Cells   map[string]string `json:"cells,omitempty"`
	Records map[string]string `json:"records,omitempty"`
}

// look tells who is here when it is not as it was.
func (o *openResponse) look() error {
	told, err := o.whoIsHere(o.s.Flow.Visitors(o.about.Response.ID))
	if err != nil {
		return err
	}
	if told.same(o.here) {
		return nil
	}
	o.here = told
	return o.send("here", told)
}

func (h hereTold) same(as hereTold) bool {
	return h.Line == as.Line && maps.Equal(h.Cells, as.Cells) && maps.Equal(h.Records, as.Records)
}

// whoIsHere puts visitors into words.
func (o *openResponse) whoIsHere(visitors []models.Notice) (told hereTold, err error) {
	var line []string
	cells, records := map[string][]string{}, map[string][]string{}
	for _, n := range o.others(visitors) {
		name, err := o.in.text(o.called(n))
		if err != nil {
			return told, err
		}
		place, err := o.in.text(o.place(n))
		if err != nil {
			return told, err
		}
		line = joining(line, place)
		if o.record != nil && n.Record == *o.record && n.Cell != "" {
			cells[n.Cell] = joining(cells[n.Cell], name)
		}
		if n.Record != "" {
			records[n.Record] = joining(records[n.Record], name)
		}
	}
	if told.Cells, err = o.marks(cells); err != nil || len(line) == 0 {
		return told, err
	}
	if told.Records, err = o.marks(records); err != nil {
		return told, err
	}
	told.Line, err = o.in.text(say("live.also_here", "People", strings.Join(line, ", ")))
	return told, err
}

// others are the visitors but for this page itself. Of those who are in several
// places, what says of none where it is says nothing.
func (o *openResponse) others(visitors []models.Notice) []models.Notice {
	somewhere := map[models.PersonID]bool{}
	for _, n := range visitors {
		somewhere[n.By] = somewhere[n.By] || n.Record+n.Cell != "" && !o.itself(n)
	}
	return slices.DeleteFunc(visitors, func(n models.Notice) bool {
		return o.itself(n) || n.Record+n.Cell == "" && somewhere[n.By]
	})
}

func (o *openResponse) itself(n models.Notice) bool {
	return n.By == o.who.Person.ID && n.Page == o.page
}

// joining adds a name that is not there yet.
func joining(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

func (o *openResponse) marks(at map[string][]string) (map[string]string, error) {
	marks := make(map[string]string, len(at))
	for place, names := range at {
		words, err := o.in.text(say("live.here", "People", strings.Join(names, ", ")))
		if err != nil {
			return nil, err
		}
		marks[place] = words
	}
	return marks, nil
}

// called is what somebody is called here. An NCP knows its own people by name,
// and whoever enters the response for it as the requester.
func (o *openResponse) called(n models.Notice) phrase {
	switch {
	case n.By == o.who.Person.ID:
		return say("live.you")
	case o.named(n):
		return plain(n.Name)
	default:
		return say("live.requester")
	}
}

func (o *openResponse) named(n models.Notice) bool {
	ncp := o.about.Response.NCP
	return slices.Contains(n.Of, ncp) || !slices.Contains(o.who.NCPs(models.Coordinator, models.Contributor, models.Reader), ncp)
}

// place says who is where, as far as that is not here anyway.
func (o *openResponse) place(n models.Notice) phrase {
	where := o.where(n)
	if where.empty() {
		return o.called(n)
	}
	return say("live.in", "Name", o.doer(n), "Where", where)
}

func (o *openResponse) where(n models.Notice) phrase {
	same := o.record != nil && n.Record == *o.record
	switch {
	case n.Cell != "" && (same || n.Record == ""):
		return plain(o.question(n))
	case n.Record == "" || same:
		return phrase{}
	case n.Called == "":
		return say("live.elsewhere")
	default:
		return plain(n.Called)
	}
}

// question is what the cell is called that somebody is in.
func (o *openResponse) question(n models.Notice) string {
	questions := o.about.AHQ.Questionnaire.Questions
	if n.Record != "" {
		questions = []forms.Question{headingQuestion, noteQuestion}
		for _, t := range o.about.AHQ.Questionnaire.Tables {
			questions = append(questions, t.Questions()...)
		}
	}
	for _, q := range questions {
		if q.ID == n.Cell {
			return shortened(shortLabel(q), 60)
		}
	}
	return n.Cell
}

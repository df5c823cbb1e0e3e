package workflow

import (
	"time"

	"ahq/forms"
	"ahq/models"
)

// EditionSchema is where the service says how an edition as data is made (JSON
// Schema). It is no whole address: a file has the same bytes wherever it is
// printed.
const EditionSchema = "/schema/edition.json"

// EditionData is an edition as data: what its audience may read, whole.
type EditionData struct {
	Schema        string               `json:"$schema"`
	Reference     string               `json:"reference"`
	Topic         string               `json:"topic"`
	Requesters    []string             `json:"requesters"` // codes, the lead first
	Requested     string               `json:"requested,omitempty"`
	ReplyBy       string               `json:"reply_by"`
	Dissemination models.Dissemination `json:"dissemination"`
	Audience      models.Audience      `json:"audience"`
	Edition       int                  `json:"edition"`
	Compiled      time.Time            `json:"compiled"`
	Background    string               `json:"background"`
	Questionnaire forms.Questionnaire  `json:"questionnaire"`
	Total         int                  `json:"total"`
	Responses     []EditionAnswer      `json:"responses"`
	Since         int                  `json:"since,omitempty"` // the edition that the changes are from
	Changes       []Change             `json:"changes,omitempty"`
	Manifest      *Manifest            `json:"manifest,omitempty"`
}

// An EditionAnswer is what one NCP delivered; withheld, without its content.
type EditionAnswer struct {
	NCP           string                   `json:"ncp"`
	Name          string                   `json:"name"`
	Version       int                      `json:"version"`
	Hash          string                   `json:"hash"`
	Submitted     time.Time                `json:"submitted"`
	Wider         bool                     `json:"wider"`
	Late          bool                     `json:"late"`
	Entered       bool                     `json:"entered"`
	Withheld      bool                     `json:"withheld"`
	Organisations []string                 `json:"organisations,omitempty"`
	Content       *forms.Content           `json:"content,omitempty"`  // not of what is withheld
	Problems      forms.Problems           `json:"problems,omitempty"` // that stayed open
	Readings      map[string]forms.Reading `json:"readings,omitempty"` // what was understood, by place: "records[0].costs"
}

func (f filtered) json() EditionData {
	e := EditionData{
		Schema:    EditionSchema,
		Reference: reference(f.ahq), Topic: f.ahq.Topic, Background: f.ahq.Background, ReplyBy: f.ahq.ReplyBy,
		Dissemination: f.ahq.Dissemination, Questionnaire: f.ahq.Questionnaire,
		Audience: f.audience, Edition: f.number, Compiled: f.made, Total: len(f.answers),
		Since: f.since, Changes: f.changes, Manifest: f.manifest,
	}
	if f.ahq.IssuedAt != nil {
		e.Requested = Day(*f.ahq.IssuedAt)
	}
	for _, r := range f.ahq.Requesters {
		e.Requesters = append(e.Requesters, r.NCP)
	}
	for _, a := range f.answers {
		r := EditionAnswer{
			NCP: a.NCP, Name: a.Name, Version: a.Number, Hash: a.Hash, Submitted: a.Submitted, Wider: a.Wider,
			Late: a.Late, Entered: a.Entered, Withheld: a.Withheld, Organisations: a.Organisations,
		}
		if !a.Withheld {
			r.Content, r.Problems, r.Readings = &a.Content, f.reports[a.NCP].Problems, f.reports[a.NCP].Readings
		}
		e.Responses = append(e.Responses, r)
	}
	return e
}

package forms

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// A Questionnaire is what an AHQ asks: questions asked once, and tables asked as
// often as needed. It is copied into the AHQ and frozen when the AHQ is issued;
// a corrigendum may change labels, never ids.
type Questionnaire struct {
	ID        string     `json:"id"` // "norway-2016"
	Title     string     `json:"title"`
	About     string     `json:"about,omitempty"` // for the requester who chooses one
	Questions []Question `json:"questions,omitempty"`
	Tables    []Table    `json:"tables,omitempty"`
}

// A Table is asked once for each thing it describes, here a campaign. Every
// filled-in table is a Record.
type Table struct {
	ID       string     `json:"id"`     // "campaigns"
	Title    string     `json:"title"`  // of the table as a whole
	Record   string     `json:"record"` // what one filled-in table is called: "campaign"
	Sections []Section  `json:"sections,omitempty"`
	Rows     []Question `json:"rows"`             // descriptive, in printed order
	Unique   []string   `json:"unique,omitempty"` // rows that tell records apart: alike in all of them, two are the same thing
	FollowUp *FollowUp  `json:"follow_up,omitempty"`
}

// A Section groups the records of a table under one heading of the document.
type Section struct {
	ID    string `json:"id"` // "origin"
	Title string `json:"title"`
}

// A FollowUp is what one NCP added to a table that others had designed; the
// document separates it with a row that names who asked.
type FollowUp struct {
	By        string     `json:"by"`    // the NCP's code: "NO"
	Title     string     `json:"title"` // of the separator row
	Questions []Question `json:"questions"`
}

// A Question asks for one answer of one Kind.
type Question struct {
	ID       string     `json:"id"`
	Number   string     `json:"number,omitempty"` // as printed: "6"
	Label    string     `json:"label"`
	Asked    string     `json:"asked,omitempty"` // as the AHQ's own list of questions words it, where that differs
	Help     string     `json:"help,omitempty"`
	Kind     Kind       `json:"kind"`
	Topic    Topic      `json:"topic,omitempty"`    // of a verdict: what yes means
	Rules    string     `json:"rules,omitempty"`    // validator expression, after that of its kind
	Audience Audience   `json:"audience,omitempty"` // empty: all
	When     *Condition `json:"when,omitempty"`     // asked only then
	Options  []Option   `json:"options,omitempty"`  // of a choice
}

// An Audience is the NCPs a question is for, by code; empty means all of them.
type Audience []string

// Includes says whether the NCP is asked. Without an NCP, a question for named
// NCPs counts as not asked.
func (a Audience) Includes(ncp string) bool {
	return len(a) == 0 || slices.Contains(a, ncp)
}

// A Condition asks a question only when an earlier one, asked beside it, was
// read as one of these: verdicts, or ids of options.
type Condition struct {
	Question string   `json:"question"`
	Is       []string `json:"is"`
}

// An Option is one of the answers a choice offers.
type Option struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// A Topic says what a verdict is about, for yes means something else in each.
type Topic string

// The topics of Norway's follow-up questions of 2016.
const (
	Success    Topic = "success"    // any perceived success, even mild, is yes; still to come is unknown
	Evaluation Topic = "evaluation" // methods named is yes; "no formal evaluation" is no
	Reception  Topic = "reception"  // any reaction told, second-hand too, is yes
)

// Questions of the table in printed order: its rows, then its follow-up.
func (t Table) Questions() []Question {
	if t.FollowUp == nil {
		return t.Rows
	}
	return slices.Concat(t.Rows, t.FollowUp.Questions)
}

// Table is the one that holds the section, and whether there is one. A table
// without sections holds the records that name none.
func (q Questionnaire) Table(section string) (Table, bool) {
	for _, t := range q.Tables {
		if section == "" && len(t.Sections) == 0 {
			return t, true
		}
		for _, s := range t.Sections {
			if s.ID == section {
				return t, true
			}
		}
	}
	return Table{}, false
}

// Hash names a questionnaire by what it says: SHA-256 of its canonical JSON
// (RFC 8785), in hex.
func (q Questionnaire) Hash() string {
	text, err := json.Marshal(q, jsontext.AllowInvalidUTF8(true))
	canonical := jsontext.Value(text)
	if err == nil {
		err = canonical.Canonicalize()
	}
	if err != nil {
		panic("forms: a questionnaire that is no JSON: " + err.Error()) // it is strings and lists of them
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}

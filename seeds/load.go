package seeds

import (
	"embed"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"

	"ahq/forms"
	"ahq/models"
)

//go:embed world/*.json world/*.txt
var world embed.FS

// A Participant is an NCP, or the Commission, and the days between which it
// takes part. Observers take part from the day on which they signed: Norway's is
// known by the year and Ukraine's by the week, so these two are approximate.
type Participant struct {
	Code    string               `json:"code"`
	Name    string               `json:"name"`
	Aliases []string             `json:"aliases,omitempty"`
	Role    models.Participation `json:"role"`
	From    string               `json:"from,omitempty"`  // "2013-07-01"; "" since ever
	Until   string               `json:"until,omitempty"` // the last day; "" for good
}

// An AHQ is what a requester would type to launch it, and the days on which it
// was asked, was to be answered, and was compiled.
type AHQ struct {
	Topic         string               `json:"topic"`
	Background    string               `json:"background"`
	Requester     string               `json:"requester"`
	OnBehalfOf    string               `json:"on_behalf_of,omitempty"`
	Questionnaire string               `json:"questionnaire"`
	Selected      []string             `json:"selected,omitempty"` // codes; empty: all NCPs
	Requested     string               `json:"requested"`          // "2016-12-16"
	ReplyBy       string               `json:"reply_by"`
	Compiled      string               `json:"compiled"`
	Dissemination models.Dissemination `json:"dissemination"`
	Themes        []string             `json:"themes,omitempty"`     // ids
	FollowsUp     string               `json:"follows_up,omitempty"` // the reference of an earlier one
}

// Answered is an AHQ with all responses to it.
type Answered struct {
	AHQ       AHQ             `json:"ahq"`
	Responses []forms.Content `json:"responses"`
}

// Participants are all that take part, or did.
func Participants() ([]Participant, error) { return load[[]Participant]("participants") }

// Norway is the AHQ of December 2016, on information campaigns.
func Norway() (AHQ, error) { return load[AHQ]("ahq") }

// Belgium is its response to Norway: 24 campaigns.
func Belgium() (forms.Content, error) { return load[forms.Content]("be") }

// Sample is what another NCP answers to Norway. Finland's is half done.
func Sample(ncp string) (forms.Content, error) {
	return load[forms.Content](strings.ToLower(ncp))
}

// Older are AHQs of the spring of 2015, closed and compiled since.
func Older() ([]Answered, error) { return load[[]Answered]("older") }

// load is strict: a member that is misspelt must not go by unnoticed.
func load[T any](name string) (v T, err error) {
	text, err := world.ReadFile("world/" + name + ".json")
	if err != nil {
		return v, fmt.Errorf("there is no seed %q: %w", name, err)
	}
	if err := json.Unmarshal(text, &v, json.RejectUnknownMembers(true)); err != nil {
		return v, fmt.Errorf("world/%s.json: %w", name, err)
	}
	return v, nil
}

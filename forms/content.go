package forms

// A Content is what one NCP answers, as it travels: the API, the command line,
// what reading a document proposes, and frozen versions all use this form.
type Content struct {
	Questionnaire string            `json:"questionnaire"`
	NCP           string            `json:"ncp,omitempty"` // code; optional in what is put in
	On            string            `json:"on,omitempty"`  // the day it is judged at, "2017-01-20"
	Answers       map[string]Answer `json:"answers,omitempty"`
	Records       []Record          `json:"records,omitempty"`
}

// A Record is one filled-in table, here one campaign.
type Record struct {
	ID        string            `json:"id,omitempty"` // "r7": kept for life, never used twice in a response
	Section   string            `json:"section,omitempty"`
	Heading   string            `json:"heading,omitempty"` // may have two lines
	Countries []string          `json:"countries,omitempty"`
	Status    Status            `json:"status,omitempty"`
	Note      Answer            `json:"note,omitzero"`
	Cells     map[string]Answer `json:"cells,omitempty"`
}

// An Answer is a text as typed, a reason why there is none, or both. The text is
// kept to the letter; only line ends are stored as LF.
type Answer struct {
	Text      string     `json:"text"`
	Reason    Reason     `json:"reason,omitempty"`
	As        string     `json:"as,omitempty"` // the record whose answer holds here too, with SameAs
	Confirmed *Confirmed `json:"confirmed,omitempty"`
}

// Confirmed is what a person said of a text: how it is to be read, and which
// warnings are as they should be. It holds for that text only.
type Confirmed struct {
	Of       string          `json:"of"` // SHA-256 of the text, in hex
	Reading  *Correction     `json:"reading,omitempty"`
	Warnings map[Rule]string `json:"warnings,omitempty"` // the word given for each
}

// A Status says how far a campaign is, where somebody said so.
type Status string

// The states of a campaign.
const (
	Planned   Status = "planned"
	Ongoing   Status = "ongoing"
	Suspended Status = "suspended"
	Finished  Status = "finished"
)

// Statuses in the order a page offers them.
var statuses = []Status{Planned, Ongoing, Suspended, Finished}

// A Reason says why there is no answer. Never asked and not answered are two
// different things, and neither is a reason.
type Reason string

// The reasons an NCP can give.
const (
	NotApplicable Reason = "not_applicable"
	NoInformation Reason = "no_information"
	NotYet        Reason = "not_yet"
	NotDisclosed  Reason = "not_disclosed"
	SameAs        Reason = "same_as"
)

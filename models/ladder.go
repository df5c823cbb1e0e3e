package models

// A Ladder is the steps at which those who were asked hear from us about an AHQ,
// and when letters may go out. An AHQ without one of its own has the usual one.
type Ladder struct {
	Steps []Step `json:"steps"`
	Most  int    `json:"most"`  // letters to one NCP that chase it; what is over is not sent
	From  int    `json:"from"`  // the hour of a working day from which letters go out, where the NCP is
	Until int    `json:"until"` // and the hour at which they stop
}

// A Step is a moment at which an NCP hears from us.
type Step struct {
	ID     StepID `json:"id"`
	Anchor Anchor `json:"anchor"`
	Days   int    `json:"days"` // working days after the anchor, before it when negative
}

// A StepID names a step: "before-7", "on-the-day".
type StepID string

// An Anchor is what a step is counted from.
type Anchor string

// The anchors. Issue and edition are no days: the acts themselves tell.
const (
	AtIssue   Anchor = "issue"
	AtReplyBy Anchor = "reply-by"
	AtClosing Anchor = "closing"
	AtEdition Anchor = "edition"
)

package forms

import (
	"slices"
	"strconv"
	"strings"
)

// A cell is one answer while it is checked.
type cell struct {
	*question
	sheet    *sheet
	answer   Answer
	standing Confirmed // what was confirmed of this very text; zero when nothing was
	reading  Reading
	said     YesNo // the verdict on what was, before a note that says not started made it moot
	asked    bool
	found    finding // by the rule that the validator has just called broken
	problems Problems
}

// stand takes what was confirmed, where it was of this very text.
func (c *cell) stand() {
	if c.answer.Confirmed == nil {
		return
	}
	if standing := c.answer.Standing(); standing != nil {
		c.standing = *standing
	}
}

// corrected is what a person said of how the text is to be read.
func (c *cell) corrected() Correction {
	if c.standing.Reading == nil {
		return Correction{}
	}
	return *c.standing.Reading
}

// read understands the text, its reason and what a person said of both; the later
// wins over the earlier.
func (c *cell) read() {
	c.reading = c.trait.read(c.Question, c.answer.Text)
	if c.reading.Reason == "" {
		c.reading.Reason = readReason(c.answer.Text)
	}
	if c.answer.Reason != "" {
		c.reading.Reason = c.answer.Reason
		if c.reading.Verdict != nil {
			c.reading.Verdict.Verdict = without(c.answer.Reason)
		}
	}
	c.reading.correct(c.corrected())
}

// silent says whether there is nothing to judge: no text, or a reason why not.
func (c *cell) silent() bool {
	return c.reading.Reason != "" || blank(c.answer.Text)
}

// answers says whether the cell was read as one of these verdicts or options.
func (c *cell) answers(is []string) bool {
	switch r := c.reading; {
	case !c.asked:
		return false
	case r.Verdict != nil:
		return slices.Contains(is, string(r.Verdict.Verdict))
	case r.Choice != nil:
		return slices.Contains(is, r.Choice.Choice)
	}
	return false
}

// confirms says whether a person has said that what was found is as it should
// be. For a record that is there twice the word is that of one of the two:
// whose cost counts. An error is not confirmed away.
func (c *cell) confirms(f finding) bool {
	word := strings.TrimSpace(c.standing.Warnings[f.rule])
	if f.rule == RecordTwice {
		return slices.Contains(f.about[2:], any(word))
	}
	return word != "" && f.severity != Error
}

// at names the cell as people count: "contact", "records[9].costs".
func (c *cell) at() string {
	if c.sheet.record == nil {
		return c.ID
	}
	return "records[" + strconv.Itoa(c.sheet.index) + "]." + c.ID
}

// pointer names the text as programs do, RFC 6901.
func (c *cell) pointer() string {
	if c.sheet.record == nil {
		return "/answers" + c.path
	}
	return "/records/" + strconv.Itoa(c.sheet.index) + c.path
}

// problem is a finding as it is told.
func (c *cell) problem(f finding) Problem {
	p := Problem{
		At: c.at(), Pointer: c.pointer(), Cell: c.ID, Others: f.others,
		Rule: f.rule, Severity: f.severity, Text: messages[f.rule][f.severity].say(f.about),
	}
	if c.sheet.record != nil {
		p.Record = c.sheet.record.ID
	}
	return p
}

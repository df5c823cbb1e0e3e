package handlers

import (
	"ahq/forms/reading"
	"ahq/workflow"
)

// A proposalPage is what a file says beside what the draft says.
type proposalPage struct {
	Desk                 deskHead
	Base, Action         string
	File, FileURL        string
	Form                 bool
	Refusal              phrase
	Warnings             []phrase
	New, Different, Same int
	Records              []proposedRecord
	Left                 []string
}

// A proposedRecord is one part of it.
type proposedRecord struct {
	Key   string
	Name  phrase
	IsNew bool
	Same  int // cells that the draft says already
	Cells []proposedCell
}

// A proposedCell is an answer that the draft does not have so.
type proposedCell struct {
	Key, Label string
	Now, Text  string
	Verdict    string
	Where      phrase
	State      label
	Takes      bool // there is something to take
	Ticked     bool // chosen, unless somebody says otherwise: the cell is empty
	Version    int
}

// Title of the page.
func (p proposalPage) Title() phrase {
	return titleOf(say("proposal.title", "File", p.File, "Topic", p.Desk.Topic), !p.Refusal.empty())
}

// Asks says whether there is anything to take, or to look at.
func (p proposalPage) Asks() bool {
	for _, r := range p.Records {
		for _, c := range r.Cells {
			if c.Takes {
				return true
			}
		}
	}
	return false
}

// Several says whether more than one cell can be taken.
func (r proposedRecord) Several() bool {
	n := 0
	for _, c := range r.Cells {
		if c.Takes {
			n++
		}
	}
	return n > 1
}

func (d desk) proposalPage(p workflow.Proposal) proposalPage {
	page := proposalPage{
		Desk: d.head(d.home()), Base: d.URL(), Action: proposalURL(d.Response.ID, p.File.ID),
		File: p.File.Name, FileURL: "/attachments/" + string(p.File.ID), Form: p.Form,
		New: p.Count(workflow.NewAnswerHere), Different: p.Count(workflow.OtherAnswer, workflow.ChangedSince, workflow.EmptiedInForm),
		Same: p.Count(workflow.SameAnswer),
	}
	for _, words := range p.Warnings {
		page.Warnings = append(page.Warnings, english(words))
	}
	for _, r := range p.Records {
		if view := proposedView(r); len(view.Cells) > 0 {
			page.Records = append(page.Records, view)
		}
	}
	for _, left := range p.Left {
		page.Left = append(page.Left, left.Text)
	}
	return page
}

// proposedView is one part of a proposal: of what is there already, how much.
func proposedView(r workflow.ProposedRecord) proposedRecord {
	view := proposedRecord{Key: r.Key, Name: plain(r.Title), IsNew: r.ID == "" && r.Key != reading.Once}
	if r.Key == reading.Once {
		view.Name = say("proposal.once")
	}
	for _, c := range r.Cells {
		if c.Stand == workflow.SameAnswer {
			view.Same++
			continue
		}
		view.Cells = append(view.Cells, proposedCellView(c))
	}
	return view
}

// standLabels are what is said of an answer in a file.
var standLabels = map[workflow.Stand]label{
	workflow.NewAnswerHere: {say("proposal.is_new"), good},
	workflow.OtherAnswer:   {say("proposal.is_different"), going},
	workflow.ChangedSince:  {say("proposal.is_changed"), urgent},
	workflow.EmptiedInForm: {say("proposal.is_emptied"), urgent},
	workflow.UntouchedForm: {say("proposal.is_untouched"), quiet},
}

func proposedCellView(c workflow.ProposedCell) proposedCell {
	sure := c.Found.Sure >= reading.SureEnough
	v := proposedCell{
		Key: c.Key, Label: c.Label, Now: c.Now, Text: c.Text, Verdict: c.Verdict(), Where: whereFound(c.Found),
		State: standLabels[c.Stand], Takes: c.Stand.Asks(), Ticked: c.Stand == workflow.NewAnswerHere && sure, Version: c.Version,
	}
	if !sure && c.Stand == workflow.NewAnswerHere {
		v.State = label{say("proposal.is_unsure"), urgent}
	}
	return v
}

// whereFound is where an answer stands in its file.
func whereFound(f reading.Found) phrase {
	switch {
	case f.Cell != "":
		return say("proposal.at_cell", "Cell", f.Cell)
	case f.Page > 0:
		return say("proposal.at_page", "Page", f.Page)
	case f.Line > 0:
		return say("proposal.at_line", "Line", f.Line)
	}
	return phrase{}
}

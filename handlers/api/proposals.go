package api

import (
	"bytes"
	"context"

	"github.com/danielgtaylor/huma/v2"

	"ahq/workflow"
	"ahq/workflow/document"
)

// A BlankFormat is one that a form to fill in offline can be had in.
type BlankFormat document.Format

// Schema lists those of the workflow.
func (BlankFormat) Schema(huma.Registry) *huma.Schema {
	s := &huma.Schema{Type: huma.TypeString, Default: string(document.DOCX)}
	for _, f := range workflow.BlankFormats() {
		s.Enum = append(s.Enum, string(f))
	}
	return s
}

// BlankFile is a form to fill in offline.
type BlankFile File

func (*BlankFile) describe(huma.Registry) *huma.Response {
	r := &huma.Response{Description: "The form", Content: map[string]*huma.MediaType{}}
	for _, f := range workflow.BlankFormats() {
		r.Content[f.MediaType()] = &huma.MediaType{Schema: binary()}
	}
	return r
}

// A Proposal is what a file says, beside what the draft says.
type Proposal struct {
	File     Attachment       `json:"file"`
	Form     bool             `json:"form" doc:"It is a form for this response"`
	Warnings []string         `json:"warnings" doc:"That it may be of another AHQ or NCP"`
	Records  []ProposedRecord `json:"records"`
	Left     []LeftText       `json:"left" doc:"What found no place"`
}

// A ProposedRecord is a record in a file, or the questions asked once.
type ProposedRecord struct {
	Record string         `json:"record,omitempty" doc:"Its id in the draft; absent for a record that would be new"`
	Title  string         `json:"title,omitempty"`
	Cells  []ProposedCell `json:"cells"`
}

// A ProposedCell is an answer in a file, beside that of the draft.
type ProposedCell struct {
	Key      string         `json:"key" doc:"Names it when it is taken"`
	Question string         `json:"question"`
	Text     string         `json:"text" doc:"What the file says"`
	Now      string         `json:"now" doc:"What the draft says"`
	Verdict  string         `json:"verdict,omitempty" doc:"In one word, where the file chooses one"`
	Version  int            `json:"version" doc:"Of the draft's cell"`
	Standing workflow.Stand `json:"standing" enum:"new,same,different,changed,emptied,untouched"`
	Sure     float64        `json:"sure" doc:"That it belongs there, from 0 to 1"`
	Line     int            `json:"line,omitempty"`
	Page     int            `json:"page,omitempty"`
	Cell     string         `json:"cell,omitempty" doc:"Of a table or a sheet"`
	Source   string         `json:"source" doc:"As it stands in the file"`
}

// LeftText is what found no place.
type LeftText struct {
	Line int    `json:"line"`
	Page int    `json:"page,omitempty"`
	Text string `json:"text"`
}

// Taking names the cells of a proposal that are to be in the draft.
type Taking struct {
	Cells []TakenCell `json:"cells"`
}

// A TakenCell is one of them.
type TakenCell struct {
	Key     string `json:"key"`
	Version int    `json:"version" doc:"Of the draft's cell, as the proposal had it"`
}

// Taken is how many are.
type Taken struct {
	Taken int `json:"taken"`
}

func proposalOf(p workflow.Proposal) Proposal {
	all := Proposal{File: attachmentOf(p.File), Form: p.Form, Warnings: p.Warnings}
	for _, r := range p.Records {
		one := ProposedRecord{Record: r.ID, Title: r.Title}
		for _, c := range r.Cells {
			one.Cells = append(one.Cells, ProposedCell{
				c.Key, c.Question, c.Text, c.Now, c.Verdict(), c.Version, c.Stand, c.Found.Sure, c.Found.Line, c.Found.Page, c.Found.Cell, c.Found.Source,
			})
		}
		all.Records = append(all.Records, one)
	}
	for _, l := range p.Left {
		all.Left = append(all.Left, LeftText{l.Line, l.Page, l.Text})
	}
	return all
}

// blankFile is the form to fill in offline, with what the draft says.
func (a *api) blankFile(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Format BlankFormat `query:"format" default:"docx"`
}) (*BlankFile, error) {
	var b bytes.Buffer
	format := document.Format(in.Format)
	name, err := a.Flow.Blank(ctx, by.Scope(), in.Response, format, &b)
	return (*BlankFile)(file(name, format.MediaType(), b.Bytes())), err
}

// proposal is what a file that was read proposes now.
func (a *api) proposal(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	OfAttachment
}) (*Plain[Proposal], error) {
	p, err := a.Flow.Proposal(ctx, by, in.Response, in.Attachment)
	return plain(proposalOf(p)), err
}

// takeProposal puts chosen cells into the draft.
func (a *api) takeProposal(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	OfAttachment
	Sent[Taking]
}) (*Plain[Taken], error) {
	var cells []workflow.Take
	for _, c := range in.sent.Cells {
		cells = append(cells, workflow.Take{Key: c.Key, Version: c.Version})
	}
	n, err := a.Flow.TakeProposal(ctx, by, in.Response, in.Attachment, cells)
	return plain(Taken{n}), err
}

package api

import (
	"bytes"
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"ahq/models"
	"ahq/workflow"
	"ahq/workflow/document"
)

// A FileFormat is one that an edition can be had in.
type FileFormat document.Format

// A DraftFormat is one that a draft can be had in.
type DraftFormat document.Format

// Schema lists those of the workflow.
func (FileFormat) Schema(huma.Registry) *huma.Schema { return oneOf(workflow.Formats()) }

// Schema lists those of the workflow.
func (DraftFormat) Schema(huma.Registry) *huma.Schema { return oneOf(workflow.DraftFormats()) }

// name is the format as the workflow has it.
func (f FileFormat) name() document.Format { return document.Format(f) }

func oneOf(formats []workflow.FileFormat) *huma.Schema {
	s := &huma.Schema{Type: huma.TypeString, Default: string(document.DOCX)}
	for _, f := range formats {
		s.Enum = append(s.Enum, string(f.Format))
	}
	return s
}

// OfEdition names an edition.
type OfEdition struct {
	Edition models.CompilationID `path:"edition"`
}

// Laid says how a document is laid out.
type Laid struct {
	Layout  workflow.Layout `query:"layout" enum:"country,question" default:"country"`
	Order   workflow.Order  `query:"order" enum:"name,role" default:"name" doc:"By name, or members before observers"`
	Records string          `query:"records" enum:"all,none" default:"all" doc:"None: counts stand in place of the tables"`
}

func (l Laid) printing() workflow.Printing {
	return workflow.Printing{Layout: l.Layout, Order: l.Order, WithoutRecords: l.Records == "none"}
}

// An Order asks for an edition of what is delivered.
type Order struct {
	Audience models.Audience `json:"audience" enum:"internal,public"`
	Early    string          `json:"early,omitempty" doc:"Why it is compiled while the AHQ is open"`
}

// An EditionRow is an edition without what is in it.
type EditionRow struct {
	ID       models.CompilationID `json:"id"`
	AHQ      models.AHQID         `json:"ahq"`
	Number   int                  `json:"number"`
	Audience models.Audience      `json:"audience" enum:"internal,public"`
	MadeAt   time.Time            `json:"made_at"`
	Early    string               `json:"early,omitempty" doc:"Why it was compiled while the AHQ was open; for those who are signed in"`
	Hash     string               `json:"hash" doc:"Over all that it prints"`
	File     string               `json:"file" doc:"Where it can be had, with ?format="`
}

// An Edition is frozen versions for one audience.
type Edition struct {
	EditionRow
	Responses []Compiled `json:"responses"`
}

// A Compiled version is one that is in an edition.
type Compiled struct {
	NCP      string `json:"ncp"`
	Version  int    `json:"version"`
	Hash     string `json:"hash"`
	Withheld bool   `json:"withheld" doc:"Its text is not in this edition"`
}

// Editions are those of one AHQ that one may see, newest first.
type Editions struct {
	Editions []EditionRow `json:"editions"`
}

func editionOf(by workflow.Actor, c models.Compilation) EditionRow {
	row := EditionRow{
		ID: c.ID, AHQ: c.AHQID, Number: c.Number, Audience: c.Audience, MadeAt: c.MadeAt, Hash: c.Hash,
		File: at("editions", string(c.ID), "file"),
	}
	if by.Person.ID != "" {
		row.Early = c.Early
	}
	return row
}

func (a *api) editions(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Editions], error) {
	if _, err := a.store.AHQ(ctx, by.Scope(), in.AHQ); err != nil {
		return nil, err
	}
	stored, err := a.store.Compilations(ctx, by.Scope(), in.AHQ)
	all := Editions{}
	for _, c := range stored {
		all.Editions = append(all.Editions, editionOf(by, c))
	}
	return plain(all), err
}

// compile makes an edition, or gives the one there is when nothing changed.
func (a *api) compile(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Order]
}) (*Plain[EditionRow], error) {
	c, err := a.Flow.Compile(ctx, by, in.AHQ, in.sent.Audience, in.sent.Early)
	return plain(editionOf(by, c)), err
}

func (a *api) edition(ctx context.Context, by workflow.Actor, in *OfEdition) (*Plain[Edition], error) {
	c, err := a.store.Compilation(ctx, by.Scope(), in.Edition)
	if err != nil {
		return nil, err
	}
	delivered, err := a.store.DeliveredIn(ctx, by.Scope(), in.Edition)
	e := Edition{EditionRow: editionOf(by, c)}
	for _, d := range delivered {
		e.Responses = append(e.Responses, Compiled{d.NCP, d.Number, d.Hash, d.Withheld})
	}
	return plain(e), err
}

// editionFile is an edition, rendered whole before the first byte of it is sent.
func (a *api) editionFile(ctx context.Context, by workflow.Actor, in *struct {
	OfEdition
	Format FileFormat `query:"format" default:"docx"`
	Laid
}) (*File, error) {
	var b bytes.Buffer
	format, _ := workflow.FormatOf(document.Format(in.Format))
	name, err := a.Flow.Download(ctx, by.Scope(), in.Edition, in.printing(), format.Format, &b)
	return file(name, format.Media, b.Bytes()), err
}

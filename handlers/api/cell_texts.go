package api

import (
	"context"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A CellText is what a cell said after a run of saves by one person.
type CellText struct {
	Number  int       `json:"number" doc:"Counts the texts of the cell, from 1"`
	By      string    `json:"by"`
	BeganAt time.Time `json:"began_at"`
	At      time.Time `json:"at"`
	forms.Answer
}

// CellTexts are all that a cell ever said, newest first.
type CellTexts struct {
	Texts []CellText `json:"texts"`
}

// An Earlier names a text that a cell is to say again.
type Earlier struct {
	Number int `json:"number" minimum:"1" doc:"Of the text, among those of the cell"`
}

func (a *api) cellTexts(ctx context.Context, by workflow.Actor, in *OfCell) (*Plain[CellTexts], error) {
	return a.textsAt(ctx, by, in.Response, workflow.Place{Record: in.Record, Question: in.Question})
}

func (a *api) answerTexts(ctx context.Context, by workflow.Actor, in *OfAnswer) (*Plain[CellTexts], error) {
	return a.textsAt(ctx, by, in.Response, workflow.Place{Question: in.Question})
}

func (a *api) textsAt(ctx context.Context, by workflow.Actor, id models.ResponseID, p workflow.Place) (*Plain[CellTexts], error) {
	if _, err := a.cellAt(ctx, by, id, p); err != nil {
		return nil, err
	}
	stored, err := a.store.CellTexts(ctx, by.Scope(), id, p.Record, p.Question)
	if err != nil {
		return nil, err
	}
	all := CellTexts{}
	for _, t := range stored {
		who, err := a.store.Person(ctx, t.ByID)
		if err != nil {
			return nil, err
		}
		all.Texts = append(all.Texts, CellText{t.Number, who.Name, t.BeganAt, t.At, t.Answer})
	}
	return plain(all), nil
}

func (a *api) restoreCell(ctx context.Context, by workflow.Actor, in *struct {
	OfCell
	IfMatch
	Sent[Earlier]
}) (*Tagged[Cell], error) {
	return a.restoreAt(ctx, by, in.Response, workflow.Place{Record: in.Record, Question: in.Question}, in.IfMatch, in.sent)
}

func (a *api) restoreAnswer(ctx context.Context, by workflow.Actor, in *struct {
	OfAnswer
	IfMatch
	Sent[Earlier]
}) (*Tagged[Cell], error) {
	return a.restoreAt(ctx, by, in.Response, workflow.Place{Question: in.Question}, in.IfMatch, in.sent)
}

// restoreAt lets a cell say again what it said once. When somebody else was
// faster, the answer has both texts.
func (a *api) restoreAt(ctx context.Context, by workflow.Actor, id models.ResponseID, p workflow.Place, from IfMatch, earlier Earlier) (*Tagged[Cell], error) {
	version, err := from.version()
	if err != nil {
		return nil, err
	}
	kept, err := a.Flow.RestoreText(ctx, by, id, workflow.TextRestore{Place: p, Number: earlier.Number, From: version})
	if err != nil {
		return nil, inPath(err)
	}
	return taggedCell(kept), nil
}

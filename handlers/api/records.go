package api

import (
	"context"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// OfRecord names a record of a response.
type OfRecord struct {
	OfResponse
	Record string `path:"record" example:"r7"`
}

// A NewRecord is added at the end, empty.
type NewRecord struct {
	Section string `json:"section" doc:"Empty in a table without sections"`
}

// RecordText is what stands beside a record's cells.
type RecordText struct {
	Section   string       `json:"section"`
	Countries []string     `json:"countries,omitempty" doc:"ISO 3166-1 alpha-2, XK for Kosovo"`
	Status    forms.Status `json:"status,omitempty" enum:"planned,ongoing,suspended,finished"`
}

// A Copy says what of a record is copied.
type Copy struct {
	FollowUp bool `json:"follow_up,omitempty" doc:"The answers to the follow-up questions too"`
}

// A Move says where a record is to stand.
type Move struct {
	Section  string `json:"section,omitempty" doc:"Another section of its table; empty: it stays in its own"`
	Position int    `json:"position" minimum:"0" doc:"Counted from 0; behind the last is the last"`
}

// A RecordRow is a record without its cells.
type RecordRow struct {
	ID string `json:"id"`
	RecordText
	DeletedAt *time.Time `json:"deleted_at,omitempty" doc:"For 30 days it can be restored"`
	Version   int        `json:"version" doc:"Counts writes; it is the ETag"`
}

// RecordRows are those of one response, in order, and behind them the
// deleted that can be restored.
type RecordRows struct {
	Records []RecordRow `json:"records"`
}

func recordOf(r models.Record) RecordRow {
	return RecordRow{r.ID, RecordText{r.Section, r.Countries, r.Status}, r.DeletedAt, r.Version}
}

func (a *api) records(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[RecordRows], error) {
	d, err := a.store.Draft(ctx, by.Scope(), in.Response)
	if err != nil {
		return nil, err
	}
	deleted, err := a.store.DeletedRecords(ctx, by.Scope(), in.Response)
	all := RecordRows{}
	for _, r := range d.Records {
		all.Records = append(all.Records, recordOf(r))
	}
	for _, r := range a.Flow.Restorable(deleted) {
		all.Records = append(all.Records, recordOf(r.Record))
	}
	return plain(all), err
}

func (a *api) addRecord(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Sent[NewRecord]
}) (*Made[RecordRow], error) {
	r, err := a.Flow.AddRecord(ctx, by, in.Response, in.sent.Section)
	return made(recordOf(r), "responses", string(in.Response), "records", r.ID), err
}

func (a *api) record(ctx context.Context, by workflow.Actor, in *OfRecord) (*Tagged[RecordRow], error) {
	return taggedRecord(a.store.Record(ctx, by.Scope(), in.Response, in.Record))
}

func (a *api) saveRecord(ctx context.Context, by workflow.Actor, in *struct {
	OfRecord
	IfMatch
	Sent[RecordText]
}) (*Tagged[RecordRow], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	save := workflow.RecordSave{Section: in.sent.Section, Countries: in.sent.Countries, Status: in.sent.Status, From: version}
	return taggedRecord(a.Flow.SaveRecord(ctx, by, in.Response, in.Record, save))
}

func taggedRecord(r models.Record, err error) (*Tagged[RecordRow], error) {
	if err != nil {
		return nil, inPath(unmatched(err))
	}
	return &Tagged[RecordRow]{ETag: versionTag(r.Version), Body: recordOf(r)}, nil
}

func (a *api) deleteRecord(ctx context.Context, by workflow.Actor, in *OfRecord) (*Done, error) {
	return &Done{}, inPath(a.Flow.DeleteRecord(ctx, by, in.Response, in.Record))
}

func (a *api) restoreRecord(ctx context.Context, by workflow.Actor, in *OfRecord) (*Done, error) {
	return &Done{}, inPath(a.Flow.RestoreRecord(ctx, by, in.Response, in.Record))
}

// duplicateRecord puts a copy of a record behind it.
func (a *api) duplicateRecord(ctx context.Context, by workflow.Actor, in *struct {
	OfRecord
	Sent[Copy]
}) (*Made[RecordRow], error) {
	r, err := a.Flow.DuplicateRecord(ctx, by, in.Response, in.Record, in.sent.FollowUp)
	return made(recordOf(r), "responses", string(in.Response), "records", r.ID), inPath(err)
}

func (a *api) moveRecord(ctx context.Context, by workflow.Actor, in *struct {
	OfRecord
	Sent[Move]
}) (*Done, error) {
	if in.sent.Position < 0 {
		return nil, &workflow.Invalid{Pointer: "/position", Text: "positions are counted from 0"}
	}
	return &Done{}, inPath(a.Flow.MoveRecord(ctx, by, in.Response, in.Record, workflow.Spot{Section: in.sent.Section, Position: in.sent.Position}))
}

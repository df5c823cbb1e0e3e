package api

import (
	"context"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A VersionRow is a delivered response, without its content.
type VersionRow struct {
	Number        int       `json:"number"`
	Hash          string    `json:"hash" doc:"SHA-256 over the canonical JSON (RFC 8785) of the version"`
	SubmittedAt   time.Time `json:"submitted_at"`
	Wider         bool      `json:"wider"`
	Late          bool      `json:"late"`
	Entered       bool      `json:"entered"`
	Questionnaire string    `json:"questionnaire" doc:"Its hash"`
	Warnings      int       `json:"warnings" doc:"How many stayed open"`
}

// A Version is a response as it was delivered; it never changes.
type Version struct {
	VersionRow
	Content forms.Content `json:"content"`
}

// Versions are those of one response, in order.
type Versions struct {
	Versions []VersionRow `json:"versions"`
}

func versionOf(v models.Version) VersionRow {
	return VersionRow{v.Number, v.Hash, v.SubmittedAt, v.Wider, v.Late, v.Entered, v.Questionnaire, v.Warnings}
}

func (a *api) versions(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[Versions], error) {
	if _, err := a.store.Response(ctx, by.Scope(), in.Response); err != nil {
		return nil, err
	}
	stored, err := a.store.Versions(ctx, by.Scope(), in.Response)
	all := Versions{}
	for _, v := range stored {
		all.Versions = append(all.Versions, versionOf(v))
	}
	return plain(all), err
}

// OfVersion is what the path of a version names. The maximum is that of a number in
// the database.
type OfVersion struct {
	OfResponse
	Number int `path:"number" minimum:"1" maximum:"2147483647"`
}

func (a *api) version(ctx context.Context, by workflow.Actor, in *OfVersion) (*Tagged[Version], error) {
	v, err := a.store.Version(ctx, by.Scope(), in.Response, in.Number)
	return &Tagged[Version]{ETag: hashTag(v.Hash), Body: Version{versionOf(v), v.Content}}, err
}

package models

import (
	"context"
	"time"

	"gorm.io/gorm"

	"ahq/forms"
)

// A Version is a response as it was delivered: numbered, immutable, hashed. The
// database refuses to change one.
type Version struct {
	ResponseID    ResponseID    `gorm:"primaryKey"`
	Number        int           `gorm:"primaryKey"`
	Content       forms.Content `gorm:"serializer:json"`
	Organisations []string      `gorm:"serializer:json"` // who contributed
	Hash          string
	Wider         bool
	Late          bool
	Entered       bool
	SubmittedAt   time.Time `gorm:"serializer:utc"`
	SubmittedBy   PersonID
	Questionnaire string // hash
	Warnings      int    // that stayed open
}

// A Delivered is a version and whose it is.
type Delivered struct {
	Response
	Version
	Withheld bool // from this edition: there is no content
}

// Versions of a response, in order.
func (r reader) Versions(ctx context.Context, in Scope, response ResponseID) ([]Version, error) {
	return gorm.G[Version](r.db).Scopes(in.versions).Where("response_id = ?", response).Order("number").Find(ctx)
}

// Version is the one with the number.
func (r reader) Version(ctx context.Context, in Scope, response ResponseID, number int) (Version, error) {
	return found(gorm.G[Version](r.db).Scopes(in.versions).
		Where("response_id = ? and number = ?", response, number).Take(ctx))
}

// VersionsInForce are those of an AHQ that an edition made now would have, by NCP;
// when responses are named, those of these.
func (r reader) VersionsInForce(ctx context.Context, in Scope, ahq AHQID, of ...ResponseID) ([]Delivered, error) {
	look := gorm.G[Response](r.db).Scopes(in.responses).Where("ahq_id = ? and in_force > 0", ahq)
	read := gorm.G[Version](r.db).Scopes(in.versions).
		Where("(response_id, number) in (select id, in_force from responses where ahq_id = ?)", ahq)
	if len(of) > 0 {
		look, read = look.Where("id in ?", of), read.Where("response_id in ?", of)
	}
	responses, err := look.Order("ncp").Find(ctx)
	if err != nil {
		return nil, err
	}
	versions, err := read.Find(ctx)
	if err != nil {
		return nil, err
	}
	return delivered(responses, versions), nil
}

// An Arrival is when the first version of a response came, of which one is in
// force.
type Arrival struct {
	NCP         string
	SubmittedAt time.Time `gorm:"serializer:utc"`
	Late        bool
}

// Arrivals at an AHQ, in the order in which they came.
func (r reader) Arrivals(ctx context.Context, in Scope, ahq AHQID) ([]Arrival, error) {
	return gorm.G[Arrival](r.db).Table("responses, versions").
		Select("responses.ncp, versions.submitted_at, versions.late").Scopes(in.responses).
		Where("versions.response_id = responses.id and responses.ahq_id = ? and in_force > 0 and number = 1", ahq).
		Order("versions.submitted_at, ncp").Find(ctx)
}

// delivered puts versions beside their responses, in the order of these.
func delivered(responses []Response, versions []Version) []Delivered {
	of := make(map[ResponseID]Version, len(versions))
	for _, v := range versions {
		of[v.ResponseID] = v
	}
	all := make([]Delivered, len(responses))
	for i, r := range responses {
		all[i] = Delivered{Response: r, Version: of[r.ID]}
	}
	return all
}

// CreateVersion freezes one; its number is ErrDuplicate when it was used.
func (t *Tx) CreateVersion(ctx context.Context, v Version) error {
	return insert(ctx, t, &v)
}

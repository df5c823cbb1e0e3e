package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Response is what one NCP answers to one AHQ: theirs to edit while it is a
// draft, the requester's to compile once it is submitted.
type Response struct {
	ID            ResponseID
	AHQID         AHQID `gorm:"column:ahq_id"`
	NCP           string
	State         State
	Organisations []string `gorm:"serializer:json"` // who contributed
	NextRecord    int      // the number in the next record's id
	Delivered     int      // versions so far
	InForce       int      // the version that counts; 0 for none
	Wider         Wider
	Late          bool
	Entered       bool       // by the requester, on the NCP's behalf
	OpenedAt      *time.Time `gorm:"serializer:utc"`
	SubmittedAt   *time.Time `gorm:"serializer:utc"`
	DeclinedAt    *time.Time `gorm:"serializer:utc"`
	DeclinedWord  string
	ReturnedAt    *time.Time `gorm:"serializer:utc"`
	ReturnedWhy   string
	AmendedWhy    string
	Version       int
}

// recently is how long the responses to a closed AHQ stay on an NCP's desk.
const recently = 30 * 24 * time.Hour

// Response is the one with the id.
func (r reader) Response(ctx context.Context, in Scope, id ResponseID) (Response, error) {
	return found(gorm.G[Response](r.db).Scopes(in.responses).Where("id = ?", id).Take(ctx))
}

// ResponseOf is the NCP's response to the AHQ.
func (r reader) ResponseOf(ctx context.Context, in Scope, ahq AHQID, ncp string) (Response, error) {
	return found(gorm.G[Response](r.db).Scopes(in.responses).Where("ahq_id = ? and ncp = ?", ahq, ncp).Take(ctx))
}

// Responses to an AHQ, by NCP.
func (r reader) Responses(ctx context.Context, in Scope, ahq AHQID) ([]Response, error) {
	return gorm.G[Response](r.db).Scopes(in.responses).Where("ahq_id = ?", ahq).Order("ncp").Find(ctx)
}

// LockResponse reads the response and lets nobody save into it or move it until
// the end: what moves a response begins so.
func (t *Tx) LockResponse(ctx context.Context, in Scope, id ResponseID) (Response, error) {
	return found(gorm.G[Response](t.db, exclusive).Scopes(in.responses).Where("id = ?", id).Take(ctx))
}

// ShareResponse reads the response and lets nobody move it until the end: what
// saves into a response begins so, and nothing lands after a submit.
func (t *Tx) ShareResponse(ctx context.Context, in Scope, id ResponseID) (Response, error) {
	return found(gorm.G[Response](t.db, shared).Scopes(in.responses).Where("id = ?", id).Take(ctx))
}

// CreateResponse adds one; an NCP has only one to each AHQ, another is ErrDuplicate.
func (t *Tx) CreateResponse(ctx context.Context, r *Response) error {
	r.NextRecord = max(r.NextRecord, 1)
	return first(ctx, t, r, &r.Version)
}

// SaveResponse changes its row; records and cells are saved by themselves.
func (t *Tx) SaveResponse(ctx context.Context, r *Response) error {
	return save(ctx, t, r, &r.Version, "id = ?", r.ID)
}

package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Thread is what is said about one cell of a delivered version, between those
// who asked and its NCP. It is closed once both say that it is settled. RecordID
// and Question are those of the Cell.
type Thread struct {
	ID           ThreadID
	ResponseID   ResponseID
	Number       int // of the version that it began with
	RecordID     string
	Question     string
	BeganAt      time.Time  `gorm:"serializer:utc"`
	AskerSettled *time.Time `gorm:"serializer:utc"`                    // those who asked say so
	NCPSettled   *time.Time `gorm:"serializer:utc;column:ncp_settled"` // so does the NCP
	Version      int

	Sayings []Saying `gorm:"-"` // oldest first
}

// Closed says whether both sides have settled it.
func (t Thread) Closed() bool { return t.AskerSettled != nil && t.NCPSettled != nil }

// A Saying is one thing that was said in a thread.
type Saying struct {
	ThreadID ThreadID `gorm:"primaryKey"`
	Number   int      `gorm:"primaryKey"`
	Side     Side
	Text     string
	At       time.Time `gorm:"serializer:utc"`
	ByID     PersonID
	ByName   string // as it was then
}

// A Side is one of the two that a thread is between.
type Side string

// The sides.
const (
	AskerSide Side = "asker"
	NCPSide   Side = "ncp"
)

// Threads of a response, those of one cell together, oldest first.
func (r reader) Threads(ctx context.Context, in Scope, response ResponseID) ([]Thread, error) {
	threads, err := gorm.G[Thread](r.db).Scopes(in.threads).
		Where("response_id = ?", response).Order("record_id, question, began_at, id").Find(ctx)
	if err != nil {
		return nil, err
	}
	return threads, r.fillThreads(ctx, threads)
}

// OpenThreads of all responses to an AHQ, without what was said, by response.
func (r reader) OpenThreads(ctx context.Context, in Scope, ahq AHQID) ([]Thread, error) {
	return gorm.G[Thread](r.db).Scopes(in.threads).
		Where("response_id in (select id from responses where ahq_id = ?)", ahq).
		Where("asker_settled is null or ncp_settled is null").
		Order("response_id, record_id, question, began_at, id").Find(ctx)
}

// Thread is the one with the id.
func (r reader) Thread(ctx context.Context, in Scope, id ThreadID) (Thread, error) {
	thread, err := found(gorm.G[Thread](r.db).Scopes(in.threads).Where("id = ?", id).Take(ctx))
	if err != nil {
		return thread, err
	}
	one := []Thread{thread}
	err = r.fillThreads(ctx, one)
	return one[0], err
}

// fillThreads with what was said in them.
func (r reader) fillThreads(ctx context.Context, threads []Thread) error {
	at := make(map[ThreadID]*Thread, len(threads))
	ids := make([]ThreadID, len(threads))
	for i := range threads {
		ids[i], at[threads[i].ID] = threads[i].ID, &threads[i]
	}
	if len(ids) == 0 {
		return nil
	}
	sayings, err := gorm.G[Saying](r.db).Where("thread_id in ?", ids).Order("thread_id, number").Find(ctx)
	for _, s := range sayings {
		at[s.ThreadID].Sayings = append(at[s.ThreadID].Sayings, s)
	}
	return err
}

// CreateThread begins one; what is said in it is added by itself.
func (t *Tx) CreateThread(ctx context.Context, thread *Thread) error {
	return first(ctx, t, thread, &thread.Version)
}

// SaveThread changes who says that it is settled.
func (t *Tx) SaveThread(ctx context.Context, thread *Thread) error {
	return save(ctx, t, thread, &thread.Version, "id = ?", thread.ID)
}

// CreateSaying adds what somebody said; its number is ErrDuplicate when somebody
// else used it meanwhile.
func (t *Tx) CreateSaying(ctx context.Context, s Saying) error {
	return insert(ctx, t, &s)
}

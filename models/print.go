package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Print is an edition as a file, printed once and kept: its bytes are with the
// blobs, under their hash.
type Print struct {
	CompilationID CompilationID `gorm:"primaryKey"`
	Layout        string        `gorm:"primaryKey"`
	Ordering      string        `gorm:"primaryKey"`
	Records       bool          `gorm:"primaryKey"`
	Format        string        `gorm:"primaryKey"`
	SHA256        string        `gorm:"column:sha256"`
	Size          int64
	Engine        string    // the program that printed it
	At            time.Time `gorm:"serializer:utc"`
}

// Prints of an edition there are so far, the first printed first.
func (r reader) Prints(ctx context.Context, in Scope, edition CompilationID) ([]Print, error) {
	return gorm.G[Print](r.db).Scopes(in.prints).Where("compilation_id = ?", edition).
		Order("at, layout, ordering, format").Find(ctx)
}

// PrintLike is the one that was printed in the same way; ErrNotFound when it was
// not printed yet.
func (r reader) PrintLike(ctx context.Context, in Scope, p Print) (Print, error) {
	return found(gorm.G[Print](r.db).Scopes(in.prints).
		Where("compilation_id = ? and layout = ? and ordering = ? and records = ? and format = ?",
			p.CompilationID, p.Layout, p.Ordering, p.Records, p.Format).Take(ctx))
}

// PrintByHash is the one with just these bytes.
func (r reader) PrintByHash(ctx context.Context, in Scope, sha256 string) (Print, error) {
	return found(gorm.G[Print](r.db).Scopes(in.prints).Where("sha256 = ?", sha256).Order("at").Take(ctx))
}

// Printed are the editions of an AHQ of which there is a print.
func (t *Tx) Printed(ctx context.Context, ahq AHQID) ([]CompilationID, error) {
	var ids []CompilationID
	err := t.db.WithContext(ctx).Model(&Print{}).Distinct("compilation_id").
		Where("compilation_id in (select id from compilations where ahq_id = ?)", ahq).Pluck("compilation_id", &ids).Error
	return ids, known(err)
}

// CreatePrint adds one whose bytes are with the blobs already; ErrDuplicate when
// somebody printed it meanwhile.
func (t *Tx) CreatePrint(ctx context.Context, p Print) error {
	return insert(ctx, t, &p)
}

// RenewPrint puts a print in the place of the one whose file was lost.
func (t *Tx) RenewPrint(ctx context.Context, p Print) error {
	return put(ctx, t, &p)
}

package models

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"gorm.io/gorm"

	"ahq/forms"
)

// An AHQ is one query, from its draft to its editions.
type AHQ struct {
	ID            AHQID
	Reference     *string // "2016.14", from issue on
	Topic         string
	Background    string
	OnBehalfOf    string
	Addressing    Addressing
	Selected      []string            `gorm:"serializer:json"` // codes, while a draft
	Questionnaire forms.Questionnaire `gorm:"serializer:json"`
	ReplyBy       string              // "2017-01-23": the end of that day in Brussels
	ClosesOn      string              // the day at whose end it closes by itself; "" it does not
	Dissemination Dissemination
	State         AHQState
	CancelledWhy  string
	NewWhy        string     // it is needed, though there are earlier ones on the same thing
	Themes        []string   `gorm:"serializer:json"` // ids of themes, for the library
	CreatedAt     time.Time  `gorm:"serializer:utc;autoCreateTime:false"`
	IssuedAt      *time.Time `gorm:"serializer:utc"`
	ClosedAt      *time.Time `gorm:"serializer:utc"`
	Ladder        *Ladder    `gorm:"serializer:json"` // its own; nil the usual one
	PausedAt      *time.Time `gorm:"serializer:utc"`  // nobody is chased since
	PausedWhy     string
	ChasedFrom    *time.Time `gorm:"serializer:utc"` // steps from before are not made up
	Version       int

	Requesters []Requester `gorm:"-"` // the lead first
	Compilers  []PersonID  `gorm:"-"` // empty: the requesters compile
	Links      []AHQLink   `gorm:"-"` // to earlier ones; where one AHQ is read to be shown or moved
}

// Addressing says whether an AHQ is sent to all NCPs or to some.
type Addressing string

// The ways to address an AHQ.
const (
	All      Addressing = "all"
	Selected Addressing = "selected"
)

// An AHQFilter says which AHQs are looked for. Empty fields leave nothing out.
type AHQFilter struct {
	States     []AHQState
	Text       string // in the reference, the topic or the background
	Asking     bool   // only those that the person launched or compiles
	AfterAHQID AHQID  // the last of the page before
	Limit      int
}

// AHQ is the one with the id.
func (r reader) AHQ(ctx context.Context, in Scope, id AHQID) (AHQ, error) {
	return r.linkedAHQ(ctx, gorm.G[AHQ](r.db).Scopes(in.ahqs).Where("id = ?", id))
}

// AHQByReference is the one with the reference, "2016.14".
func (r reader) AHQByReference(ctx context.Context, in Scope, reference string) (AHQ, error) {
	return r.oneAHQ(ctx, gorm.G[AHQ](r.db).Scopes(in.ahqs).Where("reference = ?", reference))
}

// AHQs are those that pass the filter, newest first.
func (r reader) AHQs(ctx context.Context, in Scope, filter AHQFilter) ([]AHQ, error) {
	q := gorm.G[AHQ](r.db).Scopes(in.ahqs)
	if filter.Asking {
		q = q.Scopes(in.asking)
	}
	ahqs, err := filter.apply(q).Order("created_at desc, id desc").Find(ctx)
	if err != nil {
		return nil, err
	}
	return ahqs, r.askers(ctx, ahqs)
}

func (f AHQFilter) apply(q gorm.ChainInterface[AHQ]) gorm.ChainInterface[AHQ] {
	if len(f.States) > 0 {
		q = q.Where("state in ?", f.States)
	}
	if f.Text != "" {
		const somewhere = `(lower(topic) like @p escape '\' or lower(background) like @p escape '\' or reference like @p escape '\')`
		q = q.Where(somewhere, map[string]any{"p": "%" + literally.Replace(strings.ToLower(f.Text)) + "%"})
	}
	if f.AfterAHQID != "" {
		q = q.Where("(created_at, id) < (select created_at, id from ahqs where id = ?)", f.AfterAHQID)
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	return q
}

// literally takes the meaning from the signs that have one in a like pattern.
var literally = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

func (r reader) oneAHQ(ctx context.Context, q gorm.ChainInterface[AHQ]) (AHQ, error) {
	a, err := q.Take(ctx)
	if err != nil {
		return AHQ{}, known(err)
	}
	one := []AHQ{a}
	err = r.askers(ctx, one)
	return one[0], err
}

// linkedAHQ is one with its links. Who saves a cell does not need them.
func (r reader) linkedAHQ(ctx context.Context, q gorm.ChainInterface[AHQ]) (AHQ, error) {
	a, err := r.oneAHQ(ctx, q)
	if err == nil {
		a.Links, err = r.links(ctx, a.ID)
	}
	return a, err
}

// AHQsOver are those that are open though the day is over on which they close by
// themselves.
func (r reader) AHQsOver(ctx context.Context, in Scope, today string) ([]AHQ, error) {
	over, err := gorm.G[AHQ](r.db).Scopes(in.ahqs).
		Where("state = 'open' and closes_on <> '' and closes_on < ?", today).Order("closes_on, id").Find(ctx)
	if err != nil {
		return nil, err
	}
	return over, r.askers(ctx, over)
}

// LockAHQ reads the AHQ and lets nobody else change or share it until the end.
func (t *Tx) LockAHQ(ctx context.Context, in Scope, id AHQID) (AHQ, error) {
	return t.linkedAHQ(ctx, gorm.G[AHQ](t.db, exclusive).Scopes(in.ahqs).Where("id = ?", id))
}

// ShareAHQ reads the AHQ and lets nobody change it until the end.
func (t *Tx) ShareAHQ(ctx context.Context, in Scope, id AHQID) (AHQ, error) {
	return t.oneAHQ(ctx, gorm.G[AHQ](t.db, shared).Scopes(in.ahqs).Where("id = ?", id))
}

// ShareAHQOf is ShareAHQ for the AHQ that a response answers.
func (t *Tx) ShareAHQOf(ctx context.Context, in Scope, response ResponseID) (AHQ, error) {
	return t.oneAHQ(ctx, gorm.G[AHQ](t.db, shared).Scopes(in.ahqs).
		Where("id = (select answers.ahq_id from responses answers where answers.id = ?)", response))
}

// CreateAHQ adds an AHQ, with its requesters and compilers.
func (t *Tx) CreateAHQ(ctx context.Context, a *AHQ) error {
	if err := first(ctx, t, a, &a.Version); err != nil {
		return err
	}
	return t.setAskers(ctx, a)
}

// SaveAHQ changes an AHQ, with its requesters and compilers.
func (t *Tx) SaveAHQ(ctx context.Context, a *AHQ) error {
	if err := save(ctx, t, a, &a.Version, "id = ?", a.ID); err != nil {
		return err
	}
	return t.setAskers(ctx, a)
}

// NextReference is the first one of the year that is higher than all given
// ("2016.15"). Nobody else gets one until the transaction ends.
func (t *Tx) NextReference(ctx context.Context, year int) (string, error) {
	if err := t.alone(ctx, "references"); err != nil {
		return "", err
	}
	given, err := gorm.G[AHQ](t.db).Select("reference").Where("reference like ?", fmt.Sprintf("%d.%%", year)).Find(ctx)
	if err != nil {
		return "", err
	}
	highest := 0
	for _, a := range given {
		_, serial, _ := strings.Cut(*a.Reference, ".")
		if n, err := strconv.Atoi(serial); err == nil { // an imported one may be anything
			highest = max(highest, n)
		}
	}
	return fmt.Sprintf("%d.%d", year, highest+1), nil
}

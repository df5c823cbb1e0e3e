package models

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"
)

// A Chasing is how an addressee is chased: what it said itself, and what the
// requester wants of it. It lies beside the Addressee, in the same row.
type Chasing struct {
	AHQID        AHQID  `gorm:"primaryKey;column:ahq_id"`
	NCP          string `gorm:"primaryKey"`
	ExpectedBy   string // the day by which the NCP says it answers; "" it did not say
	ExpectedWord string
	PausedAt     *time.Time `gorm:"serializer:utc"` // not chased since
	PausedWhy    string
	ChasedFrom   *time.Time `gorm:"serializer:utc"` // steps from before are not made up; nil the AHQ's
}

// TableName is that of the addressees.
func (Chasing) TableName() string { return "addressees" }

// A Chased is an NCP that an AHQ asks, with all that decides whether it hears
// from us.
type Chased struct {
	AHQID     AHQID `gorm:"column:ahq_id"`
	Reference string
	Topic     string
	Lead      string // the code of who launched it
	AHQState  AHQState
	Ladder    *Ladder    `gorm:"serializer:json"` // nil the usual one
	AHQPaused *time.Time `gorm:"serializer:utc"`
	ClosesOn  string     // the day at whose end the AHQ closes by itself; "" it does not
	IssuedAt  *time.Time `gorm:"serializer:utc"`

	NCP        string
	Name       string
	ReplyBy    string     // that holds for this NCP
	ChasedFrom *time.Time `gorm:"serializer:utc"` // steps from before are not made up
	ExpectedBy string
	Paused     *time.Time `gorm:"serializer:utc"`

	ResponseID ResponseID
	State      State
	InForce    int
	Entered    bool
	DeclinedAt *time.Time `gorm:"serializer:utc"`
	ReturnedAt *time.Time `gorm:"serializer:utc"`

	Ledger Ledger
}

// A Ledger is what became of the steps so far, as the database hands it over.
type Ledger string

// A Past is a step that is behind us.
type Past struct {
	Step  StepID
	About string
	Fate  Fate
}

// Past are the steps that are behind us.
func (l Ledger) Past() []Past {
	if l == "" {
		return nil
	}
	entries := strings.Split(string(l), ";")
	all := make([]Past, len(entries))
	for i, entry := range entries {
		fields := strings.SplitN(entry, " ", 3)
		all[i] = Past{StepID(fields[0]), fields[1], Fate(fields[2])}
	}
	return all
}

// ChasedNow are all NCPs that open AHQs ask: what is due is found among them.
func (r reader) ChasedNow(ctx context.Context, in Scope) ([]Chased, error) {
	return r.chasedWhere(ctx, in, "ahqs.state = @open", map[string]any{"open": Open})
}

// Chased are the NCPs that these AHQs ask, for those who ask.
func (r reader) Chased(ctx context.Context, in Scope, ahqs ...AHQID) ([]Chased, error) {
	return r.chasedWhere(ctx, in, "ahqs.id in @ahqs", map[string]any{"ahqs": ahqs})
}

// RemindedIn are the NCPs that a message reminds.
func (r reader) RemindedIn(ctx context.Context, in Scope, m MessageID) ([]Chased, error) {
	return r.chasedWhere(ctx, in, `exists (select 1 from reminders, reminder_messages where reminders.id = reminder_id
		and message_id = @message and reminders.ahq_id = a.ahq_id and reminders.ncp = a.ncp)`, map[string]any{"message": m})
}

func (r reader) chasedWhere(ctx context.Context, in Scope, which string, values map[string]any) ([]Chased, error) {
	return gorm.G[Chased](r.db).Table("(?) as chased", r.db.Raw(chased+which, values)).
		Scopes(in.chased).Order("ahq_id, name").Find(ctx)
}

// chased reads no heavy column of an AHQ. A step's name, day and fate have no
// space and no semicolon in them.
const chased = `select ahqs.id as ahq_id, coalesce(ahqs.reference, '') as reference, ahqs.topic, ahqs.state as ahq_state,
		coalesce((select ncp from requesters where requesters.ahq_id = ahqs.id and lead), '') as lead,
		ahqs.ladder, ahqs.paused_at as ahq_paused, ahqs.issued_at, ahqs.closes_on,
		a.ncp, a.name, coalesce(nullif(a.reply_by, ''), ahqs.reply_by) as reply_by,
		case when a.chased_from > ahqs.chased_from then a.chased_from else ahqs.chased_from end as chased_from,
		a.expected_by, a.paused_at as paused,
		r.id as response_id, r.state, r.in_force, r.entered, r.declined_at, r.returned_at,
		coalesce((select string_agg(step || ' ' || about || ' ' || fate, ';') from reminders
			where reminders.ahq_id = a.ahq_id and reminders.ncp = a.ncp), '') as ledger
	from ahqs
	join addressees a on a.ahq_id = ahqs.id
	join responses r on r.ahq_id = a.ahq_id and r.ncp = a.ncp
	where a.asked and `

// HoldChased keeps AHQs and the responses to them from being moved until the
// end, so that nobody is reminded who has just answered. AHQs are held first, as
// everywhere.
func (t *Tx) HoldChased(ctx context.Context, ahqs []AHQID) error {
	_, err := gorm.G[AHQ](t.db, shared).Select("id").Where("id in ?", ahqs).Order("id").Find(ctx)
	if err != nil {
		return err
	}
	_, err = gorm.G[Response](t.db, shared).Select("id").Where("ahq_id in ?", ahqs).Order("id").Find(ctx)
	return err
}

// Chasing is how the NCP is chased about the AHQ.
func (r reader) Chasing(ctx context.Context, in Scope, ahq AHQID, ncp string) (Chasing, error) {
	return found(gorm.G[Chasing](r.db).Scopes(in.chasing).Where("ahq_id = ? and ncp = ?", ahq, ncp).Take(ctx))
}

// Chasings are how each NCP is chased about the AHQ, by name.
func (r reader) Chasings(ctx context.Context, in Scope, ahq AHQID) ([]Chasing, error) {
	return gorm.G[Chasing](r.db).Scopes(in.chasing).Where("ahq_id = ?", ahq).Order("name").Find(ctx)
}

// SaveChasing changes how an NCP is chased.
func (t *Tx) SaveChasing(ctx context.Context, c Chasing) error {
	return change[Chasing](ctx, t, map[string]any{
		"expected_by": c.ExpectedBy, "expected_word": c.ExpectedWord,
		"paused_at": c.PausedAt, "paused_why": c.PausedWhy, "chased_from": c.ChasedFrom,
	}, "ahq_id = ? and ncp = ?", c.AHQID, c.NCP)
}

package models

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// A Reminder is a step that is behind us for one NCP, and what became of it. Its
// row is written in the transaction that writes its messages.
type Reminder struct {
	ID    ReminderID
	AHQID AHQID `gorm:"column:ahq_id"`
	NCP   string
	Step  StepID
	About string // the day that the step was about
	Fate  Fate
	At    time.Time `gorm:"serializer:utc"`
	ByID  PersonID  // "" ahq itself
	Why   string    // the word of who skipped it, or why it is moot

	Messages []Message `gorm:"-"`
}

// A Fate is what became of a step.
type Fate string

// The fates. Moot is what needed no letter: it was missed, or was answered, or
// the NCP was not to be chased.
const (
	Sent    Fate = "sent"
	Skipped Fate = "skipped"
	Moot    Fate = "moot"
	Nobody  Fate = "nobody" // there was nobody to tell: the requester was told to call
)

// A ReminderMessage is a reminder that went out in a message.
type ReminderMessage struct {
	ReminderID ReminderID `gorm:"primaryKey"`
	MessageID  MessageID  `gorm:"primaryKey"`
}

// Reminders of an AHQ since an instant, for those who ask, the newest first,
// with their messages.
func (r reader) Reminders(ctx context.Context, in Scope, ahq AHQID, since time.Time) ([]Reminder, error) {
	all, err := gorm.G[Reminder](r.db).Scopes(in.reminders).
		Where("ahq_id = ? and at >= ?", ahq, utc(since)).Order("at desc, ncp, step").Find(ctx)
	if err != nil {
		return nil, err
	}
	return all, r.messagesOf(ctx, all)
}

// messagesOf fills in what each reminder went out in, all in one go.
func (r reader) messagesOf(ctx context.Context, all []Reminder) error {
	place := make(map[ReminderID]int, len(all))
	ids := make([]ReminderID, len(all))
	for i := range all {
		place[all[i].ID], ids[i] = i, all[i].ID
	}
	type row struct {
		ReminderID ReminderID
		Message    `gorm:"embedded"`
	}
	rows, err := gorm.G[row](r.db).Table("messages, reminder_messages").Select("reminder_id, messages.*").
		Where("messages.id = message_id and reminder_id in ?", ids).Order("messages.created_at, messages.id").Find(ctx)
	for _, m := range rows {
		i := place[m.ReminderID]
		all[i].Messages = append(all[i].Messages, m.Message)
	}
	return err
}

// CreateReminders writes what became of steps, and says which of them were not
// behind us already: nobody else writes those.
func (t *Tx) CreateReminders(ctx context.Context, all []Reminder) (written map[ReminderID]bool, err error) {
	if len(all) == 0 {
		return nil, nil
	}
	ids := make([]ReminderID, len(all))
	for i, m := range all {
		ids[i] = m.ID
	}
	added := t.db.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(all, inOneGo)
	if added.Error != nil {
		return nil, known(added.Error)
	}
	there, err := gorm.G[Reminder](t.db).Select("id").Where("id in ?", ids).Find(ctx)
	written = make(map[ReminderID]bool, len(there))
	for _, m := range there {
		written[m.ID] = true
	}
	return written, err
}

// MootReminders says of the reminders in a message that they needed no letter.
func (t *Tx) MootReminders(ctx context.Context, m MessageID, why string) error {
	return change[Reminder](ctx, t, map[string]any{"fate": Moot, "why": why},
		"id in (select reminder_id from reminder_messages where message_id = ?)", m)
}

// TakeBackReminder forgets what became of a step that was not sent: it is sent
// after all.
func (t *Tx) TakeBackReminder(ctx context.Context, m Reminder) error {
	_, err := gorm.G[Reminder](t.db).Where("ahq_id = ? and ncp = ? and step = ? and about = ? and fate in ?",
		m.AHQID, m.NCP, m.Step, m.About, []Fate{Skipped, Moot}).Delete(ctx)
	return err
}

// CreateReminderMessages says which reminders went out in which messages.
func (t *Tx) CreateReminderMessages(ctx context.Context, sent []ReminderMessage) error {
	if len(sent) == 0 {
		return nil
	}
	return known(t.db.WithContext(ctx).CreateInBatches(sent, inOneGo).Error)
}

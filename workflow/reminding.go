package workflow

import (
	"context"
	"slices"

	"ahq/models"
)

// An owed is a step of an NCP, and what is said with it.
type owed struct {
	chased   models.Chased
	reminder models.Reminder
	lacking  lacking
}

// remind writes what becomes of steps into the ledger, and the letters of those
// that are sent: one for each person, whatever is due for them. It gives back
// what was written; a step that was behind us already is left out.
func (t *turn) remind(ctx context.Context, all []owed) ([]models.Reminder, error) {
	people, err := t.Recipients(ctx, ncpsOf(all)...)
	if err != nil {
		return nil, err
	}
	rows := make([]models.Reminder, len(all))
	for i := range all {
		m := &all[i].reminder
		m.ID = models.NewID[models.ReminderID]()
		if m.Fate == models.Sent && len(people[m.NCP]) == 0 {
			m.Fate = models.Nobody
		}
		rows[i] = *m
	}
	written, err := t.CreateReminders(ctx, rows)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(o owed) bool { return !written[o.reminder.ID] })
	rows = slices.DeleteFunc(rows, func(m models.Reminder) bool { return !written[m.ID] })
	return rows, t.writeReminders(ctx, all, people)
}

func ncpsOf(all []owed) []string {
	var ncps []string
	for _, o := range all {
		if !slices.Contains(ncps, o.chased.NCP) {
			ncps = append(ncps, o.chased.NCP)
		}
	}
	return ncps
}

// writeReminders writes the letters: to the people of each NCP, and to the requesters
// about those that have no people.
func (t *turn) writeReminders(ctx context.Context, all []owed, people map[string][]models.Person) error {
	var letters envelopes
	for _, o := range all {
		switch o.reminder.Fate {
		case models.Sent:
			letters.add(t.others(people[o.chased.NCP]), o)
		case models.Nobody:
			a, err := t.AHQ(ctx, models.Scope{Unlimited: true}, o.chased.AHQID)
			if err != nil {
				return err
			}
			requesters, err := t.Coordinators(ctx, requestersOf(a)...)
			if err != nil {
				return err
			}
			letters.add(requesters, o)
		case models.Skipped, models.Moot: // nobody hears of it
		}
	}
	var mail []addressed
	for _, e := range letters {
		l, err := t.enclose(e)
		if err != nil {
			return err
		}
		mail = append(mail, l)
	}
	ids, err := t.post(ctx, mail)
	if err != nil {
		return err
	}
	return t.link(ctx, letters, ids)
}

// others are these people without whoever acts.
func (t *turn) others(people []models.Person) []models.Person {
	return slices.DeleteFunc(slices.Clone(people), func(p models.Person) bool { return p.ID == t.by.Person.ID })
}

// link says in the ledger which letter each reminder went out in.
func (t *turn) link(ctx context.Context, letters envelopes, ids []models.MessageID) error {
	var sent []models.ReminderMessage
	for i, e := range letters {
		for _, o := range e.owed {
			if ids[i] != "" {
				sent = append(sent, models.ReminderMessage{ReminderID: o.reminder.ID, MessageID: ids[i]})
			}
		}
	}
	return t.CreateReminderMessages(ctx, sent)
}

// An envelope is what goes to one person: what is due for them, or whom they are
// to call.
type envelope struct {
	to   models.Person
	fate models.Fate
	owed []owed
}

type envelopes []envelope

func (all *envelopes) add(people []models.Person, o owed) {
	for _, p := range people {
		i := slices.IndexFunc(*all, func(e envelope) bool { return e.to.ID == p.ID && e.fate == o.reminder.Fate })
		if i < 0 {
			i = len(*all)
			*all = append(*all, envelope{to: p, fate: o.reminder.Fate})
		}
		(*all)[i].owed = append((*all)[i].owed, o)
	}
}
